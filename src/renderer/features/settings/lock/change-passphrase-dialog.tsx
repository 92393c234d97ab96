import { useState } from 'react';

import { invoke } from '../../../platform/bridge.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast.tsx';
import styles from './lock.module.css';
import { NewPassphrase, useNewPassphrase } from '../../../entities/passphrase/new-passphrase.tsx';
import { SecretField } from '../../../entities/passphrase/secret-field.tsx';
import { vaultErrorText } from './vault-error.ts';

/** Asks for the current passphrase or the recovery key, and twice for the new passphrase. */
export function ChangePassphraseDialog({ onClose }: { onClose: () => void }) {
  const [current, setCurrent] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const typed = useNewPassphrase();
  const change = async (next: string): Promise<void> => {
    setIsWorking(true);
    setProblem(null);
    const result = await invoke('vault:change-passphrase', { current, next });
    setIsWorking(false);
    if (!result.ok) return setProblem(vaultErrorText(result.error));
    onClose();
    showToast('Passphrase changed.');
  };
  const { passphrase } = typed;
  return (
    <Dialog title="Change the passphrase" isOpen onClose={onClose} role="alertdialog">
      <DialogForm
        className={styles.words}
        onSubmit={() => passphrase !== null && current !== '' && !isWorking && void change(passphrase)}
      >
        <SecretField label="Current passphrase or recovery key" value={current} onChange={setCurrent} autoFocus />
        <NewPassphrase state={typed} />
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" isDisabled={passphrase === null || current === '' || isWorking}>
            {isWorking ? 'Changing…' : 'Change the passphrase'}
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}
