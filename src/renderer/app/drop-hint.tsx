import { useEffect, useState } from 'react';

import styles from './drop-hint.module.css';

/**
 * Says what happens to files that are dragged over the window. Not over text that takes them as attachments, which
 * prevents the default before the event gets here; the preload prevents it only afterwards. When the pointer moves on to
 * another element in the window, `dragover` follows `dragleave` at once.
 */
export function DropHint() {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const over = ({ dataTransfer, defaultPrevented }: DragEvent): void =>
      setIsShown(dataTransfer?.types.includes('Files') === true && !defaultPrevented);
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
