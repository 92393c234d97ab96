import { useState } from 'react';

import type { Backup } from '#ipc/backups.ts';

import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { checkBackup, unpack } from './backup-commands.ts';
import { BackupContents } from './backup-contents.tsx';
import { BackupStatus } from './backup-status.tsx';
import { coes, dateWords, sizeWords } from './describe-backup.ts';
import styles from './backups.module.css';
import { useBackupsState } from './use-backups.ts';

/** The backups of the library: how they stand, which there are, and what each would bring back. */
export function BackupsScreen() {
  const state = useBackupsState();
  const list = useIpcQuery('backups:list', {});
  const [opened, setOpened] = useState<Backup | null>(null);
  if (list.error !== null) return <FailedState error={list.error.appError} onRetry={list.refetch} />;
  if (state === undefined || list.data === undefined) return <Skeleton lines={4} />;
  if (opened !== null) return <BackupContents backup={opened} onClose={() => setOpened(null)} />;
  return (
    <div className={styles.screen} data-region>
      <h1>Backups</h1>
      <BackupStatus state={state} />
      {list.data.length > 0 && (
        <section aria-labelledby="backups-there">
          <h2 id="backups-there" className={styles.heading}>
            All backups
          </h2>
          <ul aria-label="Backups" className={styles.list}>
            {list.data.map((backup) => (
              <BackupRow key={backup.id} backup={backup} onOpen={() => setOpened(backup)} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function BackupRow({ backup, onOpen }: { backup: Backup; onOpen: () => void }) {
  const when = dateWords(backup.at);
  const isReadable = backup.coeCount !== null;
  return (
    <li className={styles.row} aria-label={when}>
      <div>
        <h3 className={styles.when}>{when}</h3>
        <p className={styles.soft}>
          {isReadable ? coes(backup.coeCount ?? 0) : 'Damaged: it cannot be read'} · {sizeWords(backup.size)}
        </p>
      </div>
      <div className={styles.buttons}>
        <Button isDisabled={!isReadable} aria-label={`Look inside the backup of ${when}`} onPress={onOpen}>
          Look inside…
        </Button>
        <Button look="plain" aria-label={`Check the backup of ${when}`} onPress={() => void checkBackup(backup)}>
          Check
        </Button>
        <Button
          look="plain"
          isDisabled={!isReadable}
          aria-label={`Unpack the backup of ${when}`}
          onPress={() => void unpack(backup)}
        >
          Unpack…
        </Button>
      </div>
    </li>
  );
}
