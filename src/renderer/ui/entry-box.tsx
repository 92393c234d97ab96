import { CalendarDays } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';

import styles from './entry-box.module.css';
import { IconButton } from './icon-button.tsx';
import { Popover } from './popover.tsx';

type EntryBoxProps = {
  label: string;
  labelHidden?: boolean;
  text: string;
  placeholder: string;
  /** What the text was understood as; below the field. */
  echo: string;
  /** Why the text cannot be read. Shown instead of the echo. */
  problem: string | undefined;
  /** A question about an unlikely value, below. */
  question?: string | null | undefined;
  title?: string | undefined;
  /** For rows: no border at rest. */
  compact?: boolean;
  autoFocus?: boolean | undefined;
  onText: (text: string) => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** Whether the button and the picker are there. */
  hasPicker?: boolean;
  /** The picker that the button opens. */
  pickerLabel: string;
  buttonLabel: string;
  children: ReactNode | ((close: () => void) => ReactNode);
};

/** A date or time field: a line to type in, what it was understood as, and a button that opens a picker. */
export function EntryBox(props: EntryBoxProps) {
  const { label, labelHidden = false, compact = false, problem, question = null, hasPicker = true } = props;
  const id = useId();
  const echoId = useId();
  return (
    <div className={styles.field} data-compact={compact || undefined}>
      {!labelHidden && <label htmlFor={id}>{label}</label>}
      <div className={styles.box}>
        <input
          id={id}
          aria-label={labelHidden ? label : undefined}
          aria-describedby={echoId}
          aria-invalid={problem !== undefined}
          data-row-first={compact ? '' : undefined}
          autoFocus={props.autoFocus}
          autoComplete="off"
          spellCheck={false}
          value={props.text}
          placeholder={props.placeholder}
          title={props.title}
          onChange={(event) => props.onText(event.target.value)}
          onBlur={props.onBlur}
          onKeyDown={props.onKeyDown}
        />
        {hasPicker && (
          <Popover
            label={props.pickerLabel}
            placement="bottom end"
            trigger={
              <IconButton label={props.buttonLabel} excludeFromTabOrder={compact}>
                <CalendarDays size={15} aria-hidden />
              </IconButton>
            }
          >
            {props.children}
          </Popover>
        )}
      </div>
      <p id={echoId} className={styles.echo} data-problem={problem !== undefined || undefined} aria-live="polite">
        {problem ?? props.echo}
        {problem === undefined && question !== null && <span className={styles.question}>{question}</span>}
      </p>
    </div>
  );
}
