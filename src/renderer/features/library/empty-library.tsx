import { useLibraryState } from '../../platform/library-state.ts';
import { runCommand } from '../../platform/commands.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './empty-library.module.css';

/** What stands here before the first COE: what this is, where it is kept, and the one thing to do. */
export function EmptyLibrary() {
  const state = useLibraryState();
  return (
    <EmptyState
      title="Anyone may make a mistake once"
      action={
        <div className={styles.actions}>
          <Button look="primary" onPress={() => runCommand('coe.new')}>
            Write your first COE
          </Button>
          <Button onPress={() => runCommand('library.examples')}>Look at the example library</Button>
          <Button onPress={() => runCommand('library.open')}>Open another folder…</Button>
        </div>
      }
    >
      <p>
        A COE is a calm look at something that went wrong: an outage, a missed graduation, a job that ended. Ten
        questions lead from what happened to what will be different. Everything you write stays on this computer. There
        is no account, and Once never uses the network.
      </p>
      {state !== undefined && (
        <p className={styles.place}>
          Your COEs are kept as files in <span>{state.place}</span>
        </p>
      )}
    </EmptyState>
  );
}
