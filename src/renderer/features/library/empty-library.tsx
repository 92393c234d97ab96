import type { TeamStatus } from '#ipc/team.ts';

import { useLibraryState } from '../../platform/library-state.ts';
import { runCommand } from '../../platform/commands.ts';
import { useSettings } from '../../platform/settings.ts';
import { useTeam } from '../../platform/team.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './empty-library.module.css';
import { FirstStart } from './first-start.tsx';

/** The content of an empty library: the steps of the first start, and later where the files are and how to start. */
export function EmptyLibrary() {
  const state = useLibraryState();
  const { welcomed } = useSettings();
  const team = useTeam();
  // The first start speaks of a library of one's own, in which everything stays on this computer.
  if (team !== null)
    return <EmptyTeamLibrary name={team.name} status={team.status} hasExchanged={team.lastExchange !== null} />;
  if (!welcomed && state !== undefined) return <FirstStart library={state} />;
  return (
    <EmptyState
      title="No COEs here yet"
      action={
        <div className={styles.actions}>
          <Button look="primary" onPress={() => runCommand('coe.new')}>
            Write your first COE
          </Button>
          <Button onPress={() => runCommand('import.open')}>Bring what you have…</Button>
          <Button onPress={() => runCommand('library.examples')}>Look at the example library</Button>
          <Button onPress={() => runCommand('library.open')}>Open another folder…</Button>
        </div>
      }
    >
      <p>The COEs that you write in this library will be listed here, the newest first.</p>
      {state !== undefined && (
        <p className={styles.path}>
          Your COEs are kept as files in <span>{state.folder}</span>
        </p>
      )}
    </EmptyState>
  );
}

type EmptyTeamLibraryProps = { name: string; status: TeamStatus; hasExchanged: boolean };

/** The content of an empty team library: who will read what is written there, and how to begin. */
function EmptyTeamLibrary({ name, status, hasExchanged }: EmptyTeamLibraryProps) {
  const mayWrite = status !== 'read-only';
  return (
    <EmptyState
      title={`No COEs in ${name} yet`}
      action={
        <div className={styles.actions}>
          {mayWrite && (
            <Button look="primary" onPress={() => runCommand('coe.new')}>
              Write the first COE
            </Button>
          )}
          <Button onPress={() => runCommand('library.open')}>Open another folder…</Button>
        </div>
      }
    >
      <p>{whoReads(status, hasExchanged)}</p>
      {mayWrite && (
        <p className={styles.path}>
          To bring a COE of your own, open it in your library and choose “Publish to the team…”. You then choose what
          goes along.
        </p>
      )}
    </EmptyState>
  );
}

function whoReads(status: TeamStatus, hasExchanged: boolean): string {
  if (status === 'read-only')
    return 'What the others write appears here. You may only read this library: what you write here stays on this computer.';
  if (status === 'waiting-for-approval')
    return 'What you write here is shared with everyone in the team once it is approved.';
  return hasExchanged
    ? 'What you write here is shared with everyone in the team.'
    : 'What the others have written appears after the first exchange, and what you write here is shared with them.';
}
