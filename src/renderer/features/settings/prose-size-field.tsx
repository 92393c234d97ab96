import { Minus, Plus } from 'lucide-react';

import { IconButton } from '../../ui/icon-button.tsx';
import styles from './settings.module.css';

type ProseSizeFieldProps = { value: number; onChange: (size: number) => void };

const STEP = 10;
const SMALLEST = 80;
const LARGEST = 160;

/** Makes the text smaller or larger, with a sample in the chosen size. */
export const ProseSizeField = ({ value, onChange }: ProseSizeFieldProps) => (
  <div className={styles.size}>
    <span className={styles.sample} aria-hidden>
      Sample text
    </span>
    <IconButton
      label="Smaller"
      isDisabled={value <= SMALLEST}
      onPress={() => onChange(Math.max(SMALLEST, value - STEP))}
    >
      <Minus size={15} aria-hidden />
    </IconButton>
    <output>{value} %</output>
    <IconButton label="Larger" isDisabled={value >= LARGEST} onPress={() => onChange(Math.min(LARGEST, value + STEP))}>
      <Plus size={15} aria-hidden />
    </IconButton>
  </div>
);
