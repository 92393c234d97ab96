import { CalendarDays } from 'lucide-react';
import { type ChangeEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react';

import styles from './entry-box.module.css';
import { IconButton } from './icon-button.tsx';
import { Popover } from './popover.tsx';

type EntryBoxProps = {
  label: string;
  labelHidden?: boolean;
  text: string;
  /** Whether the text was typed and is not set yet. Undo then takes back what was typed. */
  isTyped: boolean;
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

const UNDOES_TYPING = 'data-undoes-typing';
const REDOES_TYPING = 'data-redoes-typing';

/** Whether a step back or forward belongs to what is typed in a date or time field rather than to the whole. */
export const isStepOfTyping = (target: EventTarget | null, step: 'undo' | 'redo'): boolean =>
  target instanceof Element && target.hasAttribute(step === 'undo' ? UNDOES_TYPING : REDOES_TYPING);

/** A date or time field: a line to type in, what it was understood as, and a button that opens a picker. */
export function EntryBox(props: EntryBoxProps) {
  const { label, labelHidden = false, compact = false, problem, question = null, hasPicker = true } = props;
  const id = useId();
  const echoId = useId();
  /** The text that was left when typing was undone, and from which it can be done again; null for none. */
  const [undoneTo, setUndoneTo] = useState<string | null>(null);
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    const { inputType } = event.nativeEvent as InputEvent;
    setUndoneTo(inputType === 'historyUndo' || inputType === 'historyRedo' ? event.target.value : null);
    props.onText(event.target.value);
  };
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
          {...{ [UNDOES_TYPING]: props.isTyped || undefined, [REDOES_TYPING]: undoneTo === props.text || undefined }}
          onChange={onChange}
          onBlur={() => {
            setUndoneTo(null);
            props.onBlur();
          }}
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
