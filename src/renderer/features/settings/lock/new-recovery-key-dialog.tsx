import { useState } from 'react';

import { invoke } from '../../../platform/bridge.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { AskForPassphrase } from './ask-for-passphrase.tsx';
import styles from './lock.module.css';
import { RecoveryKeyStep } from './recovery-key-step.tsx';

/** Makes a new recovery key. The old one works until the new one has been typed back. */
export function NewRecoveryKeyDialog({ onClose }: { onClose: () => void }) {
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  return (
    <Dialog title="Make a new recovery key" isOpen onClose={onClose} role="alertdialog" width="wide">
      <div className={styles.words}>
        {recoveryKey === null ? (
          <AskForPassphrase
            action="Continue"
            onClose={onClose}
            onSubmit={async (passphrase) => {
              const result = await invoke('vault:begin', { passphrase });
              if (result.ok) setRecoveryKey(result.value.recoveryKey);
              return result;
            }}
          />
        ) : (
          <RecoveryKeyStep
            recoveryKey={recoveryKey}
            nextLabel="Use this key from now on"
            onClose={onClose}
            onConfirmed={() => {
              onClose();
              showToast('Recovery key changed.');
            }}
          />
        )}
      </div>
    </Dialog>
  );
}
