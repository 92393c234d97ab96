import { useIpcQuery } from '../../platform/queries.ts';
import { CloseButton, Dialog } from '../../ui/dialog.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import styles from './help.module.css';

/** Shows the licences of everything in the app that others made. */
export function LicencesDialog({ onClose }: { onClose(): void }) {
  const { data, error, refetch } = useIpcQuery('app:licences', {}, { gcTime: 0 });
  return (
    <Dialog title="Third-party licences" isOpen onClose={onClose} width="wide">
      {error !== null && <FailedState error={error.appError} onRetry={refetch} />}
      {data !== undefined && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
        <pre className={`${styles.plainText} ${styles.long}`} role="group" aria-label="Licences" tabIndex={0}>
          {data.text}
        </pre>
      )}
      <CloseButton onClose={onClose} />
    </Dialog>
  );
}
