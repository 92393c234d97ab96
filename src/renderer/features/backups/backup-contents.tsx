import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';

import { plural, quantity } from '#domain/text/format.ts';
import { formatDate, formatDateAndTime } from '#domain/time/format-instant.ts';
import type { BackedUpCoe, Backup } from '#ipc/backups.ts';

import { useLibraryState } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import { restoreFromBackup } from './backup-commands.ts';
import { describePreview } from './describe-backup.ts';
import styles from './backups.module.css';
import { CoeInBackup } from './coe-in-backup.tsx';

/** The COEs of a backup that are missing from the library or differ there, to view and restore. */
export function BackupContents({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const dates = useDateStyle();
  const preview = useIpcQuery('backups:preview', { id: backup.id }, { staleTime: 0, gcTime: 0 });
  const canWrite = useLibraryState()?.writable !== false;
  const zone = useZone();
  const [shown, setShown] = useState<BackedUpCoe | null>(null);
  const restore = async (coeId: string | null): Promise<void> => {
    if (await restoreFromBackup(backup, coeId)) await preview.refetch();
  };
  return (
    <div className={styles.screen} data-region>
      <div className={styles.back}>
        <Button look="plain" onPress={onClose}>
          <ArrowLeft size={15} aria-hidden />
          All backups
        </Button>
      </div>
      <h1>Backup of {formatDate(backup.at, zone, dates)}</h1>
      {preview.error !== null && <FailedState error={preview.error.appError} onRetry={preview.refetch} />}
      {preview.error === null && preview.data === undefined && <p role="status">Reading the backup…</p>}
      {preview.data !== undefined && (
        <>
          <p className={styles.lead}>{describePreview(preview.data)}</p>
          {preview.data.coes.length > 0 && (
            <ul aria-label="COEs to restore" className={styles.inside}>
              {preview.data.coes.map((coe) => (
                <li key={coe.id} className={styles.row} aria-label={titleOf(coe)}>
                  <div>
                    <h3 className={styles.title}>{titleOf(coe)}</h3>
                    <p className={styles.soft}>
                      {coe.status === 'missing' ? 'Missing from your library' : 'Differs from your library'} · last
                      changed {formatDateAndTime(coe.updatedAt, zone, dates)}
                    </p>
                  </div>
                  <div className={styles.buttons}>
                    <Button aria-label={`View ${titleOf(coe)}`} onPress={() => setShown(coe)}>
                      View…
                    </Button>
                    <Button
                      isDisabled={!canWrite}
                      aria-label={
                        coe.status === 'missing' ? `Restore ${titleOf(coe)}` : `Restore ${titleOf(coe)} as a copy`
                      }
                      onPress={() => void restore(coe.id)}
                    >
                      {coe.status === 'missing' ? 'Restore' : 'Restore as a copy'}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          )}
          {preview.data.missing + preview.data.differs > preview.data.coes.length && (
            <p className={styles.soft}>
              {quantity(preview.data.missing + preview.data.differs - preview.data.coes.length, 'more COE')} not listed.
              Unpack the backup to see them all.
            </p>
          )}
          {preview.data.missing > 0 && (
            <div className={styles.buttons}>
              <Button look="primary" isDisabled={!canWrite} onPress={() => void restore(null)}>
                Restore {plural(preview.data.missing, 'the', 'all')} {quantity(preview.data.missing, 'missing COE')}
              </Button>
            </div>
          )}
        </>
      )}
      {shown !== null && <CoeInBackup backup={backup} coe={shown} onClose={() => setShown(null)} />}
    </div>
  );
}

const titleOf = ({ title }: BackedUpCoe): string => (title.trim() === '' ? 'Untitled' : title);
