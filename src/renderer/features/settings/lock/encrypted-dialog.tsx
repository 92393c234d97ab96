import { LockKeyhole } from 'lucide-react';
import { create } from 'zustand';

import { plural, quantity } from '#domain/text/format.ts';

import { runCommand } from '../../../platform/commands.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx';
import styles from './lock.module.css';
import { PlainHistory } from './plain-history.tsx';

/** The number of backups made before the encryption; null while the dialog is closed. */
const useOldBackups = create<{ count: number | null }>(() => ({ count: null }));

/**
 * Opens the dialog that confirms an encryption. The state is outside the component because Settings is unmounted while
 * the files are encrypted.
 */
export const showEncrypted = (oldBackups: number): void => useOldBackups.setState({ count: oldBackups });

/** Confirms that the library is encrypted, and says what comes next. */
export function EncryptedDialog() {
  const { count } = useOldBackups();
  if (count === null) return null;
  const close = (): void => useOldBackups.setState({ count: null });
  return (
    <Dialog title="This library is now encrypted" isOpen onClose={close}>
      <div className={styles.words}>
        <p className={styles.done}>
          <LockKeyhole size={20} strokeWidth={1.75} aria-hidden />
          <span>
            Every file was encrypted and verified. The lock beside the library’s name shows that it is encrypted.
          </span>
        </p>
        <p>Once asks for the passphrase when it starts and after a lock.</p>
        {count > 0 && (
          <p>
            {quantity(count, 'older backup')} can still be read without a passphrase: make a new backup, then delete{' '}
            {plural(count, 'the old one', 'the old ones')}.
          </p>
        )}
        <PlainHistory />
        <DialogButtons>
          {count > 0 && (
            <Button
              onPress={() => {
                close();
                runCommand('go.backups');
              }}
            >
              Show backups
            </Button>
          )}
          <Button look="primary" autoFocus onPress={close}>
            Done
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}
