import { useState } from 'react';

import type { LibraryState } from '#ipc/library-state.ts';

import { Button } from '../../ui/button.tsx';
import styles from './vault-screen.module.css';

type FailedScreenProps = { library: LibraryState; onRetry: () => Promise<unknown>; onOpenAnother: () => void };

/** The only screen of a library that an unexpected error kept from being opened. */
export function FailedScreen({ library, onRetry, onOpenAnother }: FailedScreenProps) {
  const [tries, setTries] = useState(0);
  const [isTrying, setIsTrying] = useState(false);
  const retry = async (): Promise<void> => {
    if (isTrying) return;
    setIsTrying(true);
    await onRetry();
    setIsTrying(false);
    setTries((before) => before + 1);
  };
  return (
    <main className={styles.screen}>
      <div className={styles.card}>
        <h1>This library could not be opened</h1>
        <p className={styles.soft}>
          {library.name}, in {library.folder}
        </p>
        <p role="alert">
          Once came upon an error of its own. Your files are where they were. If it stays so, open another library, and
          choose “Copy diagnostics…” in the menu Help to see the error.
        </p>
        <div className={styles.buttons}>
          <Button look="primary" autoFocus onPress={() => void retry()}>
            {isTrying ? 'Opening…' : 'Try again'}
          </Button>
          <Button onPress={onOpenAnother}>Open another library…</Button>
        </div>
        <p className={styles.soft} role="status">
          {tries > 0 && !isTrying && 'It still cannot be opened.'}
        </p>
      </div>
    </main>
  );
}
