import { ShortcutList } from '../../ui/shortcut-list.tsx';
import styles from './settings.module.css';

/** The shortcuts, to read. */
export const ShortcutSettings = () => (
  <div className={styles.shortcuts}>
    <ShortcutList />
  </div>
);
