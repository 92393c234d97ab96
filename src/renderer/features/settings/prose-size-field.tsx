import { Minus, Plus } from 'lucide-react';

import { IconButton } from '../../ui/icon-button.tsx';
import styles from './settings.module.css';

const STEP = 10;

/** Smaller and larger, with a line set in the size that was chosen. */
export const ProseSizeField = ({ value, onChange }: { value: number; onChange: (size: number) => void }) => (
  <div className={styles.size}>
    <IconButton label="Smaller" isDisabled={value <= 80} onPress={() => onChange(Math.max(80, value - STEP))}>
      <Minus size={15} aria-hidden />
    </IconButton>
    <output>{value} %</output>
    <IconButton label="Larger" isDisabled={value >= 160} onPress={() => onChange(Math.min(160, value + STEP))}>
      <Plus size={15} aria-hidden />
    </IconButton>
    <span className={styles.sample}>In your own words</span>
  </div>
);
