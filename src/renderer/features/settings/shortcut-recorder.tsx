import { type KeyboardEvent, useId } from 'react';

import { pressedAccelerator } from '../../platform/match-accelerator.ts';
import { shortcutText } from '../../ui/shortcut-text.ts';
import styles from './shortcut-settings.module.css';

type ShortcutRecorderProps = {
  /** The accelerator chosen so far; empty for none. */
  chosen: string;
  message: string;
  /** Gets each combination that is pressed; null for one that is no shortcut, such as a letter alone. */
  onPressed: (accelerator: string | null) => void;
};

/** A field that takes the keys of a shortcut as they are pressed. */
export function ShortcutRecorder({ chosen, message, onPressed }: ShortcutRecorderProps) {
  const messageId = useId();
  const press = (event: KeyboardEvent): void => {
    // Tab leaves the field, Enter saves, and Escape closes the dialog.
    if (['Tab', 'Enter', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return;
    onPressed(pressedAccelerator(event.nativeEvent));
  };
  return (
    <div className={styles.words}>
      <input
        className={styles.recorder}
        aria-label="Press the new keys"
        aria-describedby={messageId}
        readOnly
        autoFocus
        value={chosen === '' ? 'None' : shortcutText(chosen)}
        onKeyDown={press}
      />
      <p id={messageId} role="status" className={styles.message}>
        {message}
      </p>
    </div>
  );
}
