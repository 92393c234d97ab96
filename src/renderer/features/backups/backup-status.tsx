import type { BackupsState } from '#ipc/backups.ts';

import { Button } from '../../ui/button.tsx';
import { explainError, sentence } from '../../ui/explain-error.ts';
import { backUpNow, chooseFolder, stopBackups } from './backup-commands.ts';
import { coes, dateWords } from './describe-backup.ts';
import styles from './backups.module.css';

/** Where backups go, how good the last one is, and what can be done about it. */
export function BackupStatus({ state }: { state: BackupsState }) {
  if (state.folder === null) {
    return (
      <div className={styles.status}>
        <p>
          Choose a second folder, best on another disk. Once then puts a dated copy of the whole library there, at most
          once a day and whenever you ask, reads it back, and keeps the older ones thinned out.
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
        <dd>{state.last === null ? 'None yet' : `${dateWords(state.last.at)} · ${coes(state.last.coeCount ?? 0)}`}</dd>
        <dt>Folder</dt>
        <dd className={styles.path}>{state.folder}</dd>
      </dl>
      <Warnings state={state} />
      <div className={styles.buttons}>
        <Button look="primary" isDisabled={state.running !== null} onPress={() => void backUpNow(false)}>
          {state.running === null ? 'Back up now' : progressWords(state.running)}
        </Button>
        <Button onPress={() => void chooseFolder()}>Another folder…</Button>
        <Button look="plain" onPress={() => void stopBackups()}>
          Stop backing up
        </Button>
      </div>
    </div>
  );
}

function Warnings({ state }: { state: BackupsState }) {
  if (state.asks !== null) {
    return (
      <div className={styles.warning} role="alert">
        <p>
          <strong>
            Your library had {coes(state.asks.before)} when it was last backed up, and has {coes(state.asks.now)} now.
          </strong>{' '}
          Nothing is backed up until you have looked. The older backups are safe, and what is missing can be brought
          back from them below.
        </p>
        <Button onPress={() => void backUpNow(true)}>It is right: back up what is there</Button>
      </div>
    );
  }
  if (state.failure !== null) {
    const { title, safe, next } = explainError(state.failure);
    return (
      <p className={styles.warning} role="alert">
        The last attempt did not work: {title}. {safe} {next}
      </p>
    );
  }
  if (!state.isReachable) {
    return (
      <p className={styles.warning} role="alert">
        {sentence('the folder is not there just now.')} Perhaps a drive is not connected. Backups go on when it is back.
      </p>
    );
  }
  if (!state.isOnSameDisk) return null;
  return (
    <p className={styles.soft}>
      This folder is on the same disk as your library. It helps against slips, and not when the disk fails or is stolen.
    </p>
  );
}

const progressWords = ({ done, total }: { done: number; total: number }): string =>
  total === 0 ? 'Backing up…' : `Backing up ${done.toLocaleString('en')} of ${total.toLocaleString('en')}…`;
