import { formatNumber } from '#domain/text/format.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import styles from './vault-screen.module.css';

/** Shown while the library is encrypted or decrypted, here or by another Once. */
export function ChangingScreen({ library: { isEncrypted, progress } }: { library: LibraryState }) {
  return (
    <main className={styles.screen}>
      <div className={styles.card}>
        <h1>{isEncrypted ? 'Changing the encryption of this library' : 'Encrypting this library'}</h1>
        {progress === null ? (
          <p className={styles.soft}>Another Once is doing this, on this computer or on one that shares the folder.</p>
        ) : progress.total === 0 ? (
          <p className={styles.soft} role="status">
            Creating and testing the keys. This takes a few seconds by design: it slows down guessing.
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
              {formatNumber(progress.done)} of {formatNumber(progress.total)} files copied and verified.
            </p>
          </>
        )}
        <p className={styles.soft}>
          Once copies and verifies every file before it deletes the old ones. If the computer stops halfway, nothing is
          lost: the next start reverts the change or completes it.
        </p>
        {progress === null && <Button onPress={() => void invoke('library:retry', {})}>Check again</Button>}
      </div>
    </main>
  );
}
