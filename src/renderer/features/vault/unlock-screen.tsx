import { type FormEvent, useState } from 'react';

import { upperFirst } from '#domain/text/format.ts';

import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { TextField } from '../../ui/text-field.tsx';
import styles from './vault-screen.module.css';

type UnlockScreenProps = { library: LibraryState; onOpenAnother: () => void };

/** The only screen of a locked library: its name, and a field for the passphrase. */
export function UnlockScreen({ library, onOpenAnother }: UnlockScreenProps) {
  const [secret, setSecret] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [isOpening, setIsOpening] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isOpening || secret === '') return;
    setIsOpening(true);
    setError(null);
    const result = await invoke('vault:unlock', { secret });
    setIsOpening(false);
    if (result.ok) setSecret('');
    else setError(result.error);
  };
  return (
    <main className={styles.screen}>
      <div className={styles.card}>
        <h1>This library is locked</h1>
        <p className={styles.soft}>{library.name}</p>
        <form className={styles.form} onSubmit={(event) => void unlock(event)}>
          <TextField
            label="Passphrase or recovery key"
            type={isShown ? 'text' : 'password'}
            value={secret}
            onChange={setSecret}
            autoFocus
            autoComplete="off"
            spellCheck="false"
            maxLength={1000}
          />
          <Checkbox label="Show what I type" isSelected={isShown} onChange={setIsShown} />
          <div role="alert">{error !== null && <Problem error={error} />}</div>
          <div className={styles.buttons}>
            <Button type="submit" look="primary" isDisabled={secret === ''}>
              {isOpening ? 'Opening…' : 'Unlock'}
            </Button>
            <Button onPress={onOpenAnother}>Open another library…</Button>
          </div>
        </form>
        <p className={styles.soft} role="status">
          {isOpening && 'This takes a moment by design: it slows down guessing.'}
        </p>
      </div>
    </main>
  );
}

function Problem({ error }: { error: AppError }) {
  const { title, safe, next } = explainError(error);
  return (
    <p className={styles.problem}>
      <strong>{upperFirst(title)}.</strong> {safe} {next}
    </p>
  );
}
