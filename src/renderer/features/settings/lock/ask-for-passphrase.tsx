import { useState } from 'react';

import type { AppError } from '#ipc/app-error.ts';
import type { Result } from '#domain/result.ts';

import { Button } from '../../../ui/button.tsx';
import { DialogButtons } from '../../../ui/dialog.tsx';
import styles from './lock.module.css';
import { SecretField } from './secret-field.tsx';
import { vaultErrorText } from './vault-error.ts';

type AskForPassphraseProps = {
  action: string;
  /** What is done with it; a failure is shown here. */
  onGiven: (secret: string) => Promise<Result<unknown, AppError>>;
  onClose: () => void;
};

/** Asks for the passphrase or the recovery key before something that needs it. */
export function AskForPassphrase({ action, onGiven, onClose }: AskForPassphraseProps) {
  const [secret, setSecret] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const give = async (): Promise<void> => {
    setIsWorking(true);
    setProblem(null);
    const result = await onGiven(secret);
    setIsWorking(false);
    if (!result.ok) setProblem(vaultErrorText(result.error));
  };
  return (
    <>
      <SecretField label="Passphrase or recovery key" value={secret} onChange={setSecret} autoFocus />
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
      <DialogButtons>
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" isDisabled={secret === '' || isWorking} onPress={() => void give()}>
          {isWorking ? 'One moment…' : action}
        </Button>
      </DialogButtons>
    </>
  );
}
