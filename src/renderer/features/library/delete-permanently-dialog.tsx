import { useState } from 'react';

import { quantity, upperFirst } from '#domain/text/format.ts';
import type { TrashedCoe } from '#ipc/library-state.ts';

import { invoke } from '../../platform/bridge.ts';
import { invalidate } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';
import styles from './side-screen.module.css';

type DeletePermanentlyDialogProps = {
  /** The handle of the library that the list was read from. */
  library: string;
  coes: readonly TrashedCoe[];
  onClose: () => void;
};

/** The most ids in one request. */
const IDS_AT_ONCE = 500;

/** Asks before deleting COEs in the trash, and says what else is deleted with them. */
export function DeletePermanentlyDialog({ library, coes, onClose }: DeletePermanentlyDialogProps) {
  const [isDeleting, setIsDeleting] = useState(false);
  const [failed, setFailed] = useState('');
  const [first] = coes;
  const isOne = coes.length === 1;
  const name = isOne ? `“${first?.title.trim() || 'Untitled'}”` : quantity(coes.length, 'COE');
  const deleteAll = async (): Promise<void> => {
    setIsDeleting(true);
    for (let start = 0; start < coes.length; start += IDS_AT_ONCE) {
      const trashIds = coes.slice(start, start + IDS_AT_ONCE).map(({ trashId }) => trashId);
      // oxlint-disable-next-line no-await-in-loop -- an error must stop the rest
      const deleted = await invoke('trash:delete', { library, trashIds });
      invalidate(['trash:list', 'versions:disk-usage']);
      if (deleted.ok) continue;
      setIsDeleting(false);
      setFailed(`${upperFirst(explainError(deleted.error).title)}. ${explainError(deleted.error).next}`);
      return;
    }
    onClose();
    showToast(isOne ? 'It was deleted permanently.' : `${name} were deleted permanently.`);
  };
  return (
    <Dialog title={isOne ? 'Delete permanently?' : 'Empty the trash?'} isOpen onClose={onClose} role="alertdialog">
      <p className={styles.doomed}>
        {name} will be deleted from this computer, with {isOne ? 'its' : 'their'} earlier versions and any unsaved text.
        This cannot be undone.
      </p>
      <p className={styles.soft}>Backups that contain {isOne ? 'it' : 'them'} stay as they are.</p>
      <p role="alert">{failed}</p>
      <DialogButtons>
        <Button onPress={onClose}>Cancel</Button>
        <Button look="danger" isDisabled={isDeleting} onPress={() => void deleteAll()}>
          {isOne ? 'Delete permanently' : `Delete ${name}`}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
