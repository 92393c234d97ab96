import { invoke } from '../../platform/bridge.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import styles from './help.module.css';

/** Shows what helps to find a fault, before it is copied. */
export function DiagnosticsDialog({ onClose }: { onClose(): void }) {
  const { data, error, refetch } = useIpcQuery('app:diagnostics', {}, { staleTime: 0, gcTime: 0 });
  const text = data?.text;
  const copy = async (): Promise<void> => {
    const copied = await invoke('app:copy-diagnostics', {});
    if (copied.ok) showToast('Copied the diagnostics.');
    else showFailure(copied.error, 'Nothing was copied');
    if (copied.ok) onClose();
  };
  return (
    <Dialog title="Copy diagnostics" isOpen onClose={onClose}>
      <div className={styles.words}>
        <p>
          This is all that is copied: versions, counts, times and the last errors by their reference. It has no text of
          yours, no name and no path. Once sends it nowhere.
        </p>
        {error !== null && <FailedState error={error.appError} onRetry={refetch} />}
        {text !== undefined && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
          <pre className={styles.plainText} role="group" aria-label="Diagnostics" tabIndex={0}>
            {text}
          </pre>
        )}
      </div>
      <DialogButtons>
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" autoFocus isDisabled={text === undefined} onPress={() => void copy()}>
          Copy
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
