import { ask } from '../../platform/bridge.ts';
import { runCommand } from '../../platform/commands.ts';
import { useLibraryState } from '../../platform/library-state.ts';
import { useAsk } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import styles from './settings.module.css';

/** Where the files are, and the libraries that were open before. */
export function LibrarySettings() {
  const state = useLibraryState();
  const recents = useAsk('library:recents', {}).data ?? [];
  const others = recents.filter((recent) => !recent.isOpen);
  return (
    <section className={styles.section} aria-label="Library">
      <h2>Library</h2>
      <div className={styles.row}>
        <div>
          <h3>{state?.name ?? 'Library'}</h3>
          <p className={styles.place}>{state?.place}</p>
        </div>
        <div className={styles.field}>
          <Button onPress={() => runCommand('library.reveal')}>Show the folder</Button>
          <Button onPress={() => runCommand('library.open')}>Open another…</Button>
        </div>
      </div>
      {others.map((recent) => (
        <div className={styles.row} key={recent.handle}>
          <div>
            <h3>{recent.name}</h3>
            <p className={styles.place}>{recent.place}</p>
          </div>
          <div className={styles.field}>
            <Button
              aria-label={`Open ${recent.name}`}
              onPress={() => void ask('library:open-recent', { handle: recent.handle })}
            >
              Open
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}
