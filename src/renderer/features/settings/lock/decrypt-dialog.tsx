import { invoke } from '../../../platform/bridge.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { AskForPassphrase } from './ask-for-passphrase.tsx';
import styles from './lock.module.css';

/** Turns encryption off, after asking for the passphrase again. */
export const DecryptDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog title="Turn encryption off" isOpen onClose={onClose} role="alertdialog">
    <div className={styles.words}>
      <p>
        After this, anyone who can open the library’s folder can read it. Existing encrypted backups stay encrypted.
      </p>
      <AskForPassphrase
        action="Turn encryption off"
        onClose={onClose}
        onSubmit={async (secret) => {
          const result = await invoke('vault:decrypt', { secret });
          if (result.ok) {
            onClose();
            showToast('This library is no longer encrypted.');
          }
          return result;
        }}
      />
    </div>
  </Dialog>
);
