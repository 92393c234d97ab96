import { type FocusEvent, type JSX, type ReactNode, useState } from 'react';
import styles from '../prose-editor.module.css';

type FocusShellProps = {
  label: string;
  readOnly: boolean;
  onOpenLink: ((url: string) => void) | undefined;
  children: ReactNode;
};

/** Shows the toolbar while the focus is in the editor or in the toolbar itself; ten editors then cost one toolbar. */
export function FocusShell({ readOnly, children }: FocusShellProps): JSX.Element {
  const [, setFocused] = useState(false);
  const leave = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
  };
  return (
    <div className={styles.shell} onFocus={() => setFocused(true)} onBlur={leave}>
      {children}
      {!readOnly && <div className={styles.dock} />}
    </div>
  );
}
