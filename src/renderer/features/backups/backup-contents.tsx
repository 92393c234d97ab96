import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';

import type { BackedUpCoe, Backup } from '#ipc/backups.ts';

import { useLibraryState } from '../../platform/library-state.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { restoreFromBackup } from './backup-commands.ts';
import { coes, dateWords, dayWords, previewWords } from './describe-backup.ts';
import styles from './backups.module.css';
import { CoeInBackup } from './coe-in-backup.tsx';

/** What a backup holds that the library does not, or has otherwise: to read, and to bring back. */
export function BackupContents({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const preview = useIpcQuery('backups:preview', { id: backup.id }, { staleTime: 0, gcTime: 0 });
  const canWrite = useLibraryState()?.writable !== false;
  const [shown, setShown] = useState<BackedUpCoe | null>(null);
  const bring = async (coeId: string | null): Promise<void> => {
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
      <h1>Backup of {dayWords(backup.at)}</h1>
      {preview.error !== null && <FailedState error={preview.error.appError} onRetry={preview.refetch} />}
      {preview.error === null && preview.data === undefined && <p role="status">Reading the backup…</p>}
      {preview.data !== undefined && (
        <>
          <p className={styles.lead}>{previewWords(preview.data)}</p>
          <ul aria-label="COEs to bring back" className={styles.inside}>
            {preview.data.coes.map((coe) => (
              <li key={coe.id} className={styles.row} aria-label={titleOf(coe)}>
                <div>
                  <h3 className={styles.title}>{titleOf(coe)}</h3>
                  <p className={styles.soft}>
                    {coe.status === 'missing' ? 'Not in your library' : 'Reads differently now'} · last changed{' '}
                    {dateWords(coe.updatedAt)}
                  </p>
                </div>
                <div className={styles.buttons}>
                  <Button aria-label={`Read ${titleOf(coe)}`} onPress={() => setShown(coe)}>
                    Read…
                  </Button>
                  <Button
                    isDisabled={!canWrite}
                    aria-label={
                      coe.status === 'missing' ? `Bring back ${titleOf(coe)}` : `Bring back ${titleOf(coe)} as a copy`
                    }
                    onPress={() => void bring(coe.id)}
                  >
                    {coe.status === 'missing' ? 'Bring back' : 'Bring back as a copy'}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
          {preview.data.missing + preview.data.differs > preview.data.coes.length && (
            <p className={styles.soft}>
              And {coes(preview.data.missing + preview.data.differs - preview.data.coes.length)} more. Unpack the backup
              to see them all.
            </p>
          )}
          {preview.data.missing > 0 && (
            <div className={styles.buttons}>
              <Button look="primary" isDisabled={!canWrite} onPress={() => void bring(null)}>
                Bring back{' '}
                {preview.data.missing === 1 ? 'the missing one' : `all ${coes(preview.data.missing)} missing`}
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
