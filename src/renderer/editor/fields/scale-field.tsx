import { SegmentedControl } from '../../ui/segmented-control.tsx';
import styles from './answer-field.module.css';

const STEPS = ['1', '2', '3', '4', '5'] as const;

type ScaleFieldProps = { label: string; ends: string; value: number | null; onChange: (value: number | null) => void };

/** A scale from one to five; null is no answer. */
export const ScaleField = ({ label, ends, value, onChange }: ScaleFieldProps) => (
  <div className={styles.scale}>
    <span aria-hidden>
      {label} <small>{ends}</small>
    </span>
    <span>
      <SegmentedControl
        label={`${label}, ${ends}`}
        options={[{ id: 'none', label: '–' }, ...STEPS.map((id) => ({ id, label: id }))]}
        value={value === null ? 'none' : String(value)}
        onChange={(id) => onChange(id === 'none' ? null : Number(id))}
      />
    </span>
  </div>
);
