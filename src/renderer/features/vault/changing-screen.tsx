import type { LibraryState } from '#ipc/library-state.ts';

import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import styles from './vault-screen.module.css';

/** While every file is copied, or when another computer is about it. */
export function ChangingScreen({ library: { isEncrypted, progress } }: { library: LibraryState }) {
  return (
    <main className={styles.screen}>
      <div className={styles.card}>
        <h1>{isEncrypted ? 'Changing how this library is kept' : 'Encrypting this library'}</h1>
        {progress === null ? (
          <p className={styles.soft}>Another Once is about it, on this computer or on one that shares the folder.</p>
        ) : progress.total === 0 ? (
          <p className={styles.soft} role="status">
            The keys are made and tested. This takes a few seconds on purpose: it makes guessing slow.
          </p>
        ) : (
          <>
            <progress
              className={styles.progress}
              aria-label="Files copied"
              max={progress.total}
              value={progress.done}
            />
            <p className={styles.soft} role="status">
              {progress.done.toLocaleString('en')} of {progress.total.toLocaleString('en')} files are copied and
              compared.
            </p>
          </>
        )}
        <p className={styles.soft}>
          Everything is copied and compared before the old files go. If the computer stops in the middle, nothing is
          lost: the next start goes back, or on to the end.
        </p>
        {progress === null && <Button onPress={() => void invoke('library:retry', {})}>Look again</Button>}
      </div>
    </main>
  );
}
