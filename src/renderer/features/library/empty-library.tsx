import { useLibraryState } from '../../platform/library-state.ts';
import { runCommand } from '../../platform/commands.ts';
import { changeSettings, useSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './empty-library.module.css';

/** The content of an empty library: what Once is, where the files are, and how to start. */
export function EmptyLibrary() {
  const state = useLibraryState();
  const { welcomed } = useSettings();
  const run = (command: 'coe.new' | 'library.examples' | 'library.open'): void => {
    if (!welcomed) void changeSettings({ welcomed: true });
    runCommand(command);
  };
  return (
    <EmptyState
      title={welcomed ? 'No COEs here yet' : 'Anyone can make a mistake once'}
      action={
        <div className={styles.actions}>
          <Button look="primary" onPress={() => run('coe.new')}>
            Write your first COE
          </Button>
          <Button onPress={() => run('library.examples')}>Look at the example library</Button>
          <Button onPress={() => run('library.open')}>Open another folder…</Button>
        </div>
      }
    >
      {welcomed ? (
        <p>The COEs that you write in this library will be listed here, the newest first.</p>
      ) : (
        <p>
          A COE (correction of errors) is a calm look at something that went wrong: an outage, a missed graduation, a
          job that ended. Ten questions lead from what happened to what will be different. Everything you write stays on
          this computer. There is no account, and Once never uses the network.
        </p>
      )}
      {state !== undefined && (
        <p className={styles.place}>
          Your COEs are kept as files in <span>{state.folder}</span>
        </p>
      )}
    </EmptyState>
  );
}
