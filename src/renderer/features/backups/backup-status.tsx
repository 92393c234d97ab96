import { formatNumber, quantity } from '#domain/text/format.ts';
import { formatDateAndTime } from '#domain/time/format-instant.ts';
import type { BackupsState } from '#ipc/backups.ts';

import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { explainError } from '../../ui/explain-error.ts';
import { backUpNow, chooseFolder, stopBackups } from './backup-commands.ts';
import styles from './backups.module.css';

/** The folder for backups, the last good one, warnings, and the buttons to change or run backups. */
export function BackupStatus({ state }: { state: BackupsState }) {
  const dates = useDateStyle();
  const zone = useZone();
  if (state.folder === null) {
    return (
      <div className={styles.status}>
        <p>
          Choose a folder for backups, ideally on another disk. Once writes a dated copy of the whole library there, at
          most once a day and whenever you ask. It verifies each backup, and deletes some of the older ones over time.
        </p>
        <Button look="primary" onPress={() => void chooseFolder()}>
          Choose a folder…
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.status}>
      <dl className={styles.facts}>
        <dt>Last good backup</dt>
        <dd>
          {state.last === null
            ? 'None yet'
            : `${formatDateAndTime(state.last.at, zone, dates)} · ${quantity(state.last.coeCount ?? 0, 'COE')}`}
        </dd>
        <dt>Folder</dt>
        <dd className={styles.path}>{state.folder}</dd>
      </dl>
      <Warnings state={state} />
      <div className={styles.buttons}>
        <Button look="primary" isDisabled={state.running !== null} onPress={() => void backUpNow(false)}>
          {state.running === null ? 'Back up now' : progressWords(state.running)}
        </Button>
        <Button onPress={() => void chooseFolder()}>Change the folder…</Button>
        <Button look="plain" onPress={() => void stopBackups()}>
          Turn off backups
        </Button>
      </div>
    </div>
  );
}

function Warnings({ state }: { state: BackupsState }) {
  if (state.shrunk !== null) {
    return (
      <div className={styles.warning} role="alert">
        <p>
          <strong>
            Your library had {quantity(state.shrunk.before, 'COE')} at the last backup and has{' '}
            {quantity(state.shrunk.now, 'COE')} now.
          </strong>{' '}
          Backups are paused until you confirm. The older backups are safe, and you can restore missing COEs from them
          below.
        </p>
        <Button onPress={() => void backUpNow(true)}>This is right: back up now</Button>
      </div>
    );
  }
  if (state.failure !== null) {
    const { title, safe, next } = explainError(state.failure);
    return (
      <p className={styles.warning} role="alert">
        The last backup failed: {title}. {safe} {next}
      </p>
    );
  }
  if (!state.isReachable) {
    return (
      <p className={styles.warning} role="alert">
        The folder for backups cannot be found. A drive may be disconnected. Backups continue when it is back.
      </p>
    );
  }
  if (!state.isOnSameDisk) return null;
  return (
    <p className={styles.soft}>
      This folder is on the same disk as your library. It protects against mistakes, but not when the disk fails or is
      stolen.
    </p>
  );
}

const progressWords = ({ done, total }: { done: number; total: number }): string =>
  total === 0 ? 'Backing up…' : `Backing up ${formatNumber(done)} of ${formatNumber(total)}…`;
