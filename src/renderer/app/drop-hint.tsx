import { useEffect, useState } from 'react';

import styles from './drop-hint.module.css';

/** Whether a drop adds files to the text as attachments. */
const isOverText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[contenteditable="true"], [data-takes-files]') !== null;

/**
 * Says that files dragged over the window will be imported, except over text that takes them as attachments. When the
 * pointer moves on to another element in the window, `dragover` follows `dragleave` at once.
 */
export function DropHint() {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const over = ({ dataTransfer, target }: DragEvent): void =>
      setIsShown(dataTransfer?.types.includes('Files') === true && !isOverText(target));
    const hide = (): void => setIsShown(false);
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', hide);
    document.addEventListener('drop', hide);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', hide);
      document.removeEventListener('drop', hide);
    };
  }, []);
  return isShown ? (
    <div className={styles.hint}>
      <p>Drop to import</p>
    </div>
  ) : null;
}
