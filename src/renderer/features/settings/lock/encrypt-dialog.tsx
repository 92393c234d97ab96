import { useState } from 'react';

import { invoke } from '../../../platform/bridge.ts';
import { runCommand } from '../../../platform/commands.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast.tsx';
import styles from './lock.module.css';
import { NewPassphrase, useNewPassphrase } from './new-passphrase.tsx';
import { RecoveryKeyStep } from './recovery-key-step.tsx';
import { showVaultError } from './vault-error.ts';

type Step = { is: 'about' } | { is: 'passphrase' } | { is: 'recovery'; recoveryKey: string };

/** The steps to an encrypted library: what it does, a passphrase twice, a recovery key on paper and typed back. */
export function EncryptDialog({ onClose }: { onClose: () => void }) {
  const [step, setStep] = useState<Step>({ is: 'about' });
  const typed = useNewPassphrase();
  const begin = async (): Promise<void> => {
    const result = await invoke('vault:begin', { passphrase: '' });
    if (result.ok) setStep({ is: 'recovery', recoveryKey: result.value.recoveryKey });
    else showVaultError(result.error);
  };
  return (
    <Dialog title="Encrypt this library" isOpen onClose={onClose} role="alertdialog" width="wide">
      <div className={styles.words}>
        {step.is === 'about' && <About onNext={() => setStep({ is: 'passphrase' })} onClose={onClose} />}
        {step.is === 'passphrase' && (
          <>
            <NewPassphrase state={typed} autoFocus />
            <DialogButtons>
              <Button onPress={onClose}>Cancel</Button>
              <Button look="primary" isDisabled={typed.passphrase === null} onPress={() => void begin()}>
                Go on
              </Button>
            </DialogButtons>
          </>
        )}
        {step.is === 'recovery' && (
          <RecoveryKeyStep
            recoveryKey={step.recoveryKey}
            nextLabel="Encrypt the library"
            onClose={onClose}
            onConfirmed={() => {
              onClose();
              if (typed.passphrase !== null) void encrypt(typed.passphrase);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

async function encrypt(passphrase: string): Promise<void> {
  const result = await invoke('vault:encrypt', { passphrase });
  if (!result.ok) return showVaultError(result.error);
  const backups = await invoke('backups:list', {});
  const count = backups.ok ? backups.value.length : 0;
  if (count === 0) return showToast('This library is encrypted now.');
  showToast(
    `This library is encrypted now. ${count === 1 ? 'The backup' : `The ${count} backups`} from before can still be read without a passphrase: make a new one, then delete ${count === 1 ? 'the old one' : 'the old ones'}.`,
    { label: 'Show backups', run: () => runCommand('go.backups') },
  );
}

const About = ({ onNext, onClose }: { onNext: () => void; onClose: () => void }) => (
  <>
    <p>
      A passphrase will be needed to read this library, here and on every computer it is copied to. Its COEs, its trash,
      the list and the search index are encrypted, and the names of the files tell nothing.
    </p>
    <ul>
      <li>It protects when the computer or the disk is lost, and when a service keeps a copy of the folder.</li>
      <li>It does not protect from programs that run as you while the library is open.</li>
      <li>
        It cannot take back what was readable before: backups, copies and exports that exist stay as they are, and a
        drive may keep old blocks for a while. Delete old backups yourself once there is a new one.
      </li>
      <li>If the passphrase and the recovery key are both lost, nobody can open it. Not us, not anybody.</li>
    </ul>
    <DialogButtons>
      <Button onPress={onClose}>Cancel</Button>
      <Button look="primary" onPress={onNext}>
        Choose a passphrase
      </Button>
    </DialogButtons>
  </>
);
