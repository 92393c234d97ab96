import { useState } from 'react';

import { plural, quantity, upperFirst } from '#domain/text/format.ts';

import { invoke } from '../../../platform/bridge.ts';
import { useTeam } from '../../../platform/team.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../../ui/dialog.tsx';
import { showEncrypted } from './encrypted-dialog.tsx';
import styles from './lock.module.css';
import { NewPassphrase, useNewPassphrase } from '../../../entities/passphrase/new-passphrase.tsx';
import { RecoveryKeyStep } from './recovery-key-step.tsx';
import { showVaultError } from './vault-error.ts';

type Step = { is: 'about' } | { is: 'passphrase' } | { is: 'recovery'; recoveryKey: string };

/** The steps to encrypt a library: an explanation, a passphrase typed twice, and a recovery key typed back. */
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
          <DialogForm className={styles.words} onSubmit={() => typed.passphrase !== null && void begin()}>
            <NewPassphrase state={typed} autoFocus />
            <DialogButtons>
              <Button onPress={onClose}>Cancel</Button>
              <Button look="primary" type="submit" isDisabled={typed.passphrase === null}>
                Continue
              </Button>
            </DialogButtons>
          </DialogForm>
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
  showEncrypted(backups.ok ? backups.value.length : 0);
}

const About = ({ onNext, onClose }: { onNext: () => void; onClose: () => void }) => (
  <>
    <EndsSharing />
    <p>
      You will need a passphrase to read this library, here and on every computer it is copied to. Once encrypts its
      COEs, its trash, the list and the search index, and the file names reveal nothing.
    </p>
    <ul>
      <li>Encryption protects a lost computer or disk, and copies that a sync or backup service keeps.</li>
      <li>It does not protect against programs that run under your account while the library is open.</li>
      <li>
        It does not change what already exists: backups, copies and exports stay readable, and a drive may keep old
        blocks for a while. Delete old backups yourself after you make a new one.
      </li>
      <li>If you lose both the passphrase and the recovery key, nobody can open the library.</li>
    </ul>
    <DialogButtons>
      <Button onPress={onClose}>Cancel</Button>
      <Button look="primary" autoFocus onPress={onNext}>
        Choose a passphrase
      </Button>
    </DialogButtons>
  </>
);

/** What encrypting means for a library that a team shares. */
function EndsSharing() {
  const team = useTeam();
  if (team === null) return null;
  return (
    <div className={styles.ends} role="group" aria-label="Sharing ends">
      <p>
        <strong>This library is shared with {team.name}, and encrypting it ends that.</strong> What you write afterwards
        stays on this computer, and you get nothing new from the others. The team keeps what you shared, unencrypted.
        Turning encryption off later does not share it again: you would have to connect it again. The history that this
        computer keeps of the exchange is not encrypted either: afterwards, Once asks whether to delete it.
      </p>
      {team.unshared > 0 && (
        <p>
          {upperFirst(quantity(team.unshared, 'change'))} {plural(team.unshared, 'is', 'are')} not shared yet. To share{' '}
          {plural(team.unshared, 'it', 'them')}, cancel and choose “Exchange now” in the details of the team library
          first.
        </p>
      )}
    </div>
  );
}
