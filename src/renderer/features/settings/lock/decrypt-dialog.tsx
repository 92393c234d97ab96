import { invoke } from '../../../platform/bridge.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { AskForPassphrase } from './ask-for-passphrase.tsx';
import styles from './lock.module.css';

/** Turns encryption off, after the passphrase was given once more. */
export const DecryptDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog title="Turn encryption off" isOpen onClose={onClose} role="alertdialog">
    <div className={styles.words}>
      <p>Afterwards whoever can open the library’s folder can read it. Encrypted backups stay as they are.</p>
      <AskForPassphrase
        action="Turn encryption off"
        onClose={onClose}
        onGiven={async (secret) => {
          const result = await invoke('vault:decrypt', { secret });
          if (result.ok) {
            onClose();
            showToast('This library is not encrypted any more.');
          }
          return result;
        }}
      />
    </div>
  </Dialog>
);
