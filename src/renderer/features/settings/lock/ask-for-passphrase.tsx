import { useState } from 'react';

import type { AppError } from '#ipc/app-error.ts';
import type { Result } from '#domain/result.ts';

import { Button } from '../../../ui/button.tsx';
import { DialogButtons, DialogForm } from '../../../ui/dialog.tsx';
import styles from './lock.module.css';
import { SecretField } from '../../../entities/passphrase/secret-field.tsx';
import { vaultErrorText } from './vault-error.ts';

type AskForPassphraseProps = {
  action: string;
  /** Called with what was typed. A failure is shown in the dialog. */
  onSubmit: (secret: string) => Promise<Result<unknown, AppError>>;
  onClose: () => void;
};

/** Asks for the passphrase or the recovery key before an action that needs it. */
export function AskForPassphrase({ action, onSubmit, onClose }: AskForPassphraseProps) {
  const [secret, setSecret] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const submit = async (): Promise<void> => {
    setIsWorking(true);
    setProblem(null);
    const result = await onSubmit(secret);
    setIsWorking(false);
    if (!result.ok) setProblem(vaultErrorText(result.error));
  };
  return (
    <DialogForm className={styles.words} onSubmit={() => void submit()}>
      <SecretField label="Passphrase or recovery key" value={secret} onChange={setSecret} autoFocus />
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
      <DialogButtons>
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" type="submit" isDisabled={secret === '' || isWorking}>
          {isWorking ? 'Working…' : action}
        </Button>
      </DialogButtons>
    </DialogForm>
  );
}
