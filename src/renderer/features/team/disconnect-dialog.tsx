import { useEffect, useRef, useState } from 'react';

import { hostOf } from '#domain/team/host-of.ts';
import { plural, quantity } from '#domain/text/format.ts';

import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { queryClient } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { focusWhenLost } from '../../ui/focus-when-lost.ts';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import type { Team } from './team-words.ts';
import styles from './team.module.css';

/** Asks before a team library is disconnected, and says what stays where. */
export function DisconnectDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const [isBusy, setIsBusy] = useState(false);
  const isLeaving = useRef(false);
  // The button that had the focus before the question goes away as well.
  useEffect(
    () => () => {
      if (isLeaving.current) focusWhenLost(() => document.querySelector('main'));
    },
    [],
  );
  const disconnect = async (): Promise<void> => {
    setIsBusy(true);
    // The news that there is no team any more may arrive before the answer, and ends this question.
    isLeaving.current = true;
    const done = await invokeIn(currentLibrary(), 'team:disconnect', {});
    setIsBusy(false);
    if (!done.ok) {
      isLeaving.current = false;
      return showFailure(done.error, 'The library was not disconnected');
    }
    queryClient.setQueryData(['team:state', {}], done.value);
    onClose();
    showToast('Disconnected. The library stays on this computer, and Once no longer runs git.');
  };
  return (
    <Dialog title={`Disconnect from ${team.name}?`} role="alertdialog" isOpen onClose={onClose}>
      <ul className={styles.points}>
        <li>The library and everything in it stay on this computer. You can go on writing in it.</li>
        <li>
          What you shared stays with the team:{' '}
          {team.isSharedFolder ? `in the folder ${team.remote}` : `in the repository at ${hostOf(team.remote)}`}, in its
          history, and on the computers of the others.
        </li>
        {team.unshared > 0 && (
          <li>
            <strong>
              {quantity(team.unshared, 'change')} {plural(team.unshared, 'is', 'are')} not shared yet,
            </strong>{' '}
            and will not be.
          </li>
        )}
        <li>From then on Once starts no git process, and reaches no server.</li>
        <li>You can connect to the same {team.isSharedFolder ? 'folder' : 'address'} again later.</li>
      </ul>
      <DialogButtons>
        <Button autoFocus onPress={onClose}>
          Stay connected
        </Button>
        <Button look="danger" isDisabled={isBusy} onPress={() => void disconnect()}>
          Disconnect
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
