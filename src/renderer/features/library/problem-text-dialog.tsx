import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import styles from './side-screen.module.css';

/** The text of a file, to read and copy. */
export function ProblemTextDialog({ fileName, onClose }: { fileName: string; onClose: () => void }) {
  const read = useIpcQuery('problems:read-text', { fileName }, { staleTime: 0, gcTime: 0 });
  return (
    <Dialog title={fileName} width="wide" isOpen onClose={onClose}>
      {read.error !== null && <FailedState error={read.error.appError} onRetry={read.refetch} />}
      {read.data !== undefined && (
        <>
          {read.data.isCut && <p>This is the first part of the file. It is longer than fits here.</p>}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
          <pre className={styles.text} tabIndex={0} aria-label={`The text of ${fileName}`}>
            {read.data.text}
          </pre>
        </>
      )}
      <DialogButtons>
        <Button onPress={onClose}>Close</Button>
      </DialogButtons>
    </Dialog>
  );
}
