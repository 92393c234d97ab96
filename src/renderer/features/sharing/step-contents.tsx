import { type ReactNode, useEffect, useRef } from 'react';

import styles from './sharing.module.css';

/**
 * What the current step of a dialog shows. The button of a step before may be disabled in the next one, so each step that
 * is entered gets the focus: whoever uses the keyboard or a screen reader begins at its top.
 */
export function StepContents({
  steps,
  current,
  children,
}: {
  steps: readonly string[];
  current: number;
  children: ReactNode;
}) {
  const shown = useRef<HTMLDivElement>(null);
  const entered = useRef(current);
  useEffect(() => {
    if (entered.current !== current) shown.current?.focus();
    entered.current = current;
  }, [current]);
  return (
    <div key={current} ref={shown} className={styles.step} role="group" aria-label={steps[current]} tabIndex={-1}>
      {children}
    </div>
  );
}
