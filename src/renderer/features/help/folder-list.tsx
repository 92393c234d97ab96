import styles from './help.module.css';
import type { DataFolder } from './data-folders.ts';

/** A list of folders, with full paths that are easy to copy. */
export const FolderList = ({ folders }: { folders: readonly DataFolder[] }) => (
  <dl className={styles.folders}>
    {folders.map(({ what, path, meaning }) => (
      <div key={what}>
        <dt>{what}</dt>
        <dd className={styles.path}>{path}</dd>
        <dd className={styles.meaning}>{meaning}</dd>
      </div>
    ))}
  </dl>
);
