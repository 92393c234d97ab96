import { ShortcutList } from '../../ui/shortcut-list.tsx';
import styles from './settings.module.css';

/** The list of shortcuts. */
export const ShortcutSettings = () => (
  <div className={styles.shortcuts}>
    <ShortcutList />
  </div>
);
