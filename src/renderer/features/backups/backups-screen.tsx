import { useState } from 'react';

import { formatBytes, quantity } from '#domain/text/format.ts';
import { formatDateAndTime } from '#domain/time/format-instant.ts';
import type { Backup } from '#ipc/backups.ts';

import { useIpcQuery } from '../../platform/queries.ts';
import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { checkBackup, unpack } from './backup-commands.ts';
import { BackupContents } from './backup-contents.tsx';
import { BackupStatus } from './backup-status.tsx';
import styles from './backups.module.css';
import { useBackupsState } from './use-backups.ts';

/** The state of the backups, the list of them, and the contents of the one that is open. */
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
  const dates = useDateStyle();
  const zone = useZone();
  const when = formatDateAndTime(backup.at, zone, dates);
  const isReadable = backup.coeCount !== null;
  return (
    <li className={styles.row} aria-label={when}>
      <div>
        <h3 className={styles.when}>{when}</h3>
        <p className={styles.soft}>
          {isReadable ? quantity(backup.coeCount ?? 0, 'COE') : 'Damaged, cannot be read'} · {formatBytes(backup.size)}
        </p>
      </div>
      <div className={styles.buttons}>
        <Button isDisabled={!isReadable} aria-label={`Open the backup of ${when}`} onPress={onOpen}>
          Open…
        </Button>
        <Button
          look="plain"
          aria-label={`Verify the backup of ${when}`}
          onPress={() => void checkBackup(backup, zone, dates)}
        >
          Verify
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
