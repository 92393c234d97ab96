import { useState } from 'react';

import { quantity } from '#domain/text/format.ts';

import { NewPassphrase, useNewPassphrase } from '../../entities/passphrase/new-passphrase.tsx';
import { SecretField, useShown } from '../../entities/passphrase/secret-field.tsx';
import { invoke } from '../../platform/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons, DialogForm } from '../../ui/dialog.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import styles from './people.module.css';

/** Saves and restores the keys, the cards and what people shared, which are in no backup of a library. */
export function PeopleBackup({ onRestored }: { onRestored: () => void }) {
  const [open, setOpen] = useState<'save' | 'restore' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <section aria-labelledby="people-backup" className={styles.cards}>
      <h2 id="people-backup">Backup</h2>
      <p>
        Your keys, the cards and what people shared with you are on this computer only, and in no backup of a library.
        If you lose your keys, nobody can open what was encrypted for you.
      </p>
      <div className={styles.buttons}>
        <Button onPress={() => setOpen('save')}>Save a backup…</Button>
        <Button onPress={() => setOpen('restore')}>Restore a backup…</Button>
      </div>
      {open === 'save' && <SaveDialog onClose={close} />}
      {open === 'restore' && <RestoreDialog onClose={close} onRestored={onRestored} />}
    </section>
  );
}

function SaveDialog({ onClose }: { onClose: () => void }) {
  const state = useNewPassphrase();
  const [isBusy, setIsBusy] = useState(false);
  const save = async (): Promise<void> => {
    if (state.passphrase === null || isBusy) return;
    setIsBusy(true);
    const saved = await invoke('people:save-backup', { passphrase: state.passphrase });
    setIsBusy(false);
    if (!saved.ok) return showFailure(saved.error, 'The backup was not saved');
    onClose();
    showToast(`Saved ${saved.value.fileName}. Keep it somewhere else, and the passphrase apart from it.`);
  };
  return (
    <Dialog title="Save a backup of People" isOpen onClose={onClose}>
      <DialogForm onSubmit={() => void save()}>
        <p>
          One file with your keys, the cards, the copies, the questions and your notes. Whoever has the file and the
          passphrase can read all of it and sign as you. Without the passphrase, nobody can open it.
        </p>
        <NewPassphrase state={state} autoFocus />
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" isDisabled={state.passphrase === null || isBusy}>
            Save the backup
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}

function RestoreDialog({ onClose, onRestored }: { onClose: () => void; onRestored: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const { isShown, box } = useShown();
  const restore = async (): Promise<void> => {
    if (passphrase === '' || isBusy) return;
    setIsBusy(true);
    const restored = await invoke('people:restore-backup', { passphrase });
    setIsBusy(false);
    if (!restored.ok) return showFailure(restored.error, 'The backup was not restored');
    onRestored();
    onClose();
    const { files } = restored.value;
    showToast(files === 0 ? 'Everything in the backup was here already.' : `Restored ${quantity(files, 'file')}.`);
  };
  return (
    <Dialog title="Restore a backup of People" isOpen onClose={onClose}>
      <DialogForm onSubmit={() => void restore()}>
        <p>
          For a new computer, before you make a card there. What is here already stays as it is, and only what is
          missing is restored.
        </p>
        <SecretField
          label="Passphrase of the backup"
          value={passphrase}
          onChange={setPassphrase}
          isShown={isShown}
          autoFocus
        />
        {box}
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" isDisabled={passphrase === '' || isBusy}>
            Choose the file…
          </Button>
        </DialogButtons>
      </DialogForm>
    </Dialog>
  );
}
