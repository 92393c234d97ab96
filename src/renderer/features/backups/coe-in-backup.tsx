import { differences } from '#domain/merge/differences.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { newCoe } from '#domain/coe/new-coe.ts';
import { formatDate } from '#domain/time/format-instant.ts';
import type { BackedUpCoe, Backup } from '#ipc/backups.ts';

import { usePatternWords } from '../../platform/patterns.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { DifferenceList } from '../../ui/difference-list.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import styles from './backups.module.css';

type CoeInBackupProps = { backup: Backup; coe: BackedUpCoe; onClose: () => void };

/** A COE of a backup: its differences from the library when the library has it, else all of it. */
export function CoeInBackup({ backup, coe, onClose }: CoeInBackupProps) {
  const dates = useDateStyle();
  const patterns = usePatternWords();
  const then = useIpcQuery('backups:read', { id: backup.id, coeId: coe.id }, { staleTime: 0, gcTime: 0 });
  const zone = useZone();
  const isThere = coe.status === 'differs';
  const now = useIpcQuery('coe:open', { id: coe.id }, { enabled: isThere, staleTime: 0, gcTime: 0 });
  const other = isThere ? now.data?.coe : then.data === undefined ? undefined : blank(then.data);
  const error = then.error ?? now.error;
  const found = then.data !== undefined && other !== undefined ? differences(other, then.data, dates, patterns) : null;
  return (
    <Dialog title={coe.title.trim() === '' ? 'Untitled' : coe.title} width="wide" isOpen onClose={onClose}>
      {error !== null && <FailedState error={error.appError} onRetry={() => void then.refetch()} />}
      {found !== null && (
        <>
          {isThere && found.length > 0 && (
            <p className={styles.soft}>
              Struck through: only in your library. Underlined: only in the backup of{' '}
              {formatDate(backup.at, zone, dates)}.
            </p>
          )}
          {found.length === 0 ? (
            <p>No text differs, only the time of the last change.</p>
          ) : (
            <DifferenceList found={found} />
          )}
        </>
      )}
      <DialogButtons>
        <Button onPress={onClose}>Close</Button>
      </DialogButtons>
    </Dialog>
  );
}

/** An empty COE of the same kind: everything written differs from it. */
const blank = ({ id, kind }: Coe): Coe =>
  newCoe({ kind, title: '', happened: { precision: 'unknown', value: '', approximate: false } }, id, () => 0);
