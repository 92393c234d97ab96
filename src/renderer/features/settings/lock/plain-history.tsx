import { useEffect, useRef, useState } from 'react';

import { currentLibrary, invokeIn } from '../../../platform/library-state.ts';
import { invalidate, useIpcQuery } from '../../../platform/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx';
import { showFailure } from '../../../ui/show-failure.ts';
import { Row } from '../setting-row.tsx';
import styles from './lock.module.css';

const WHAT =
  'What this library exchanged with its team before it was encrypted is still on this computer, unencrypted: its COEs, their history and comments.';

/** Whether the history of a team library is left from before the encryption. */
const usePlainHistory = (): boolean => useIpcQuery('team:plain-history', {}, { staleTime: 0 }).data === true;

/** Says after an encryption that the history of the exchange is still readable, and deletes it when asked. */
export function PlainHistory() {
  const isThere = usePlainHistory();
  const [isDeleted, setIsDeleted] = useState(false);
  if (isDeleted) return <Deleted />;
  if (!isThere) return null;
  return (
    <div className={styles.ends} role="group" aria-label="History of the team library">
      <p>{WHAT}</p>
      <DeleteHistory onDeleted={() => setIsDeleted(true)} />
    </div>
  );
}

/** The same in the settings, for as long as it is there. */
export function PlainHistoryRow() {
  const isThere = usePlainHistory();
  const [isDeleted, setIsDeleted] = useState(false);
  if (!isThere && !isDeleted) return null;
  return (
    <Row title="History of the team library" help={isDeleted ? <Deleted /> : WHAT}>
      {isDeleted ? undefined : <DeleteHistory onDeleted={() => setIsDeleted(true)} />}
    </Row>
  );
}

/** Stands where the history could be deleted, and takes the focus of the button that is gone. */
function Deleted() {
  const line = useRef<HTMLSpanElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <span ref={line} tabIndex={-1} className={styles.deleted}>
      The history of the team library was deleted from this computer.
    </span>
  );
}

function DeleteHistory({ onDeleted }: { onDeleted: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const close = (): void => setAsked(false);
  const remove = async (): Promise<void> => {
    setIsBusy(true);
    const removed = await invokeIn(currentLibrary(), 'team:delete-plain-history', {});
    setIsBusy(false);
    close();
    invalidate(['team:plain-history']);
    if (removed.ok) onDeleted();
    else showFailure(removed.error, 'The history was not deleted completely');
  };
  return (
    <>
      <Button onPress={() => setAsked(true)}>Delete the history…</Button>
      {isAsked && (
        <Dialog title="Delete the history of the team library?" role="alertdialog" isOpen onClose={close}>
          <p>
            Your COEs stay in this library, encrypted, with their own versions, and the team keeps what you shared.
            Comments, and answers to questions, that were not shared yet are only in this history, and are lost. A drive
            may keep old blocks for a while.
          </p>
          <DialogButtons>
            <Button autoFocus onPress={close}>
              Keep it
            </Button>
            <Button look="danger" isDisabled={isBusy} onPress={() => void remove()}>
              Delete it
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </>
  );
}
