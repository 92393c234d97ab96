import { useState } from 'react';

import type { AppError } from '#ipc/app-error.ts';

import { invoke } from '../../../platform/bridge.ts';
import { Button } from '../../../ui/button.tsx';
import { DialogButtons, DialogForm } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './lock.module.css';
import { vaultErrorText } from './vault-error.ts';

type RecoveryKeyStepProps = { recoveryKey: string; onConfirmed: () => void; onClose: () => void; nextLabel: string };

/** Shows the recovery key, to write down, print or save, then asks for it: an illegible copy would be useless. */
export function RecoveryKeyStep({ recoveryKey, onConfirmed, onClose, nextLabel }: RecoveryKeyStepProps) {
  const [isShown, setIsShown] = useState(true);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const fail = (error: AppError): void => setProblem(vaultErrorText(error));
  const save = async (): Promise<void> => {
    const result = await invoke('vault:save-recovery', {});
    if (result.ok) setSaved(`Saved as ${result.value.fileName}.`);
    else fail(result.error);
  };
  const confirm = async (): Promise<void> => {
    const result = await invoke('vault:confirm-recovery', { typed });
    if (result.ok) onConfirmed();
    else fail(result.error);
  };
  if (isShown) {
    return (
      <>
        <p>
          This recovery key opens the library if you forget the passphrase. It is shown only now. Write it down or print
          it, and keep it with your important documents, not beside the computer.
        </p>
        <output className={styles.key} aria-label="Recovery key" data-print>
          {recoveryKey}
        </output>
        <p role="status">{saved ?? problem}</p>
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button onPress={() => void save()}>Save as a file…</Button>
          <Button onPress={() => window.print()}>Print…</Button>
          <Button look="primary" autoFocus onPress={() => setIsShown(false)}>
            I have written it down
          </Button>
        </DialogButtons>
      </>
    );
  }
  return (
    <DialogForm className={styles.words} onSubmit={() => void confirm()}>
      <p>Type the key from your copy, to make sure it is readable. Hyphens and capital letters do not matter.</p>
      <TextField
        label="Recovery key"
        value={typed}
        onChange={setTyped}
        autoFocus
        autoComplete="off"
        spellCheck="false"
        maxLength={200}
      />
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
      <DialogButtons>
        <Button
          onPress={() => {
            setProblem(null);
            setIsShown(true);
          }}
        >
          Show it again
        </Button>
        <Button look="primary" type="submit" isDisabled={typed.trim() === ''}>
          {nextLabel}
        </Button>
      </DialogButtons>
    </DialogForm>
  );
}
