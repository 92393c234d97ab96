import { SegmentedControl } from '../../ui/segmented-control.tsx';
import styles from './answer-field.module.css';

const STEPS = ['1', '2', '3', '4', '5'] as const;

type ScaleFieldProps = { label: string; ends: string; value: number | null; onChange: (value: number | null) => void };

/** A scale from one to five; null is no answer. The number keys answer it, and 0, Delete and Backspace clear it. */
export const ScaleField = ({ label, ends, value, onChange }: ScaleFieldProps) => (
  <div className={styles.scale}>
    <span aria-hidden>
      {label} <small>{ends}</small>
    </span>
    {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys for the radio buttons inside */}
    <span
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (['0', 'Delete', 'Backspace'].includes(event.key)) onChange(null);
        else if (STEPS.some((step) => step === event.key)) onChange(Number(event.key));
        else return;
        event.preventDefault();
      }}
    >
      <SegmentedControl
        label={`${label}, ${ends}`}
        options={[{ id: 'none', label: '–', name: 'no answer' }, ...STEPS.map((id) => ({ id, label: id }))]}
        value={value === null ? 'none' : String(value)}
        onChange={(id) => onChange(id === 'none' ? null : Number(id))}
      />
    </span>
  </div>
);
