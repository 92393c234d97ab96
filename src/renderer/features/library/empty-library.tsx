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
  if (team !== null) return <EmptyTeamLibrary name={team.name} hasExchanged={team.lastExchange !== null} />;
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

/** The content of an empty team library: who will read what is written there, and how to begin. */
const EmptyTeamLibrary = ({ name, hasExchanged }: { name: string; hasExchanged: boolean }) => (
  <EmptyState
    title={`No COEs in ${name} yet`}
    action={
      <div className={styles.actions}>
        <Button look="primary" onPress={() => runCommand('coe.new')}>
          Write the first COE
        </Button>
        <Button onPress={() => runCommand('library.open')}>Open another folder…</Button>
      </div>
    }
  >
    <p>
      {hasExchanged
        ? 'What you write here is shared with everyone in the team.'
        : 'What the others have written appears after the first exchange, and what you write here is shared with them.'}
    </p>
    <p className={styles.path}>
      To bring a COE of your own, open it in your library and choose “Publish to the team…”. You then choose what goes
      along.
    </p>
  </EmptyState>
);
