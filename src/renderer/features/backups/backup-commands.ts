import type { Backup } from '#ipc/backups.ts';

import { invoke } from '../../platform/bridge.ts';
import { explainError, sentence } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';
import { coes, dayWords } from './describe-backup.ts';

type Failed = { error: Parameters<typeof explainError>[0] };

const tell = ({ error }: Failed): void => {
  if (error.kind === 'cancelled') return;
  const { title, safe, next } = explainError(error);
  showToast(`${sentence(title)}. ${safe} ${next}`);
};

/** Has the person choose the folder for backups, and makes the first one there. */
export async function chooseFolder(): Promise<void> {
  const chosen = await invoke('backups:choose-folder', {});
  if (!chosen.ok) return tell(chosen);
  if (chosen.value.last === null) await backUpNow(false);
}

/** Stops backing up. What was backed up stays where it is. */
export async function stopBackups(): Promise<void> {
  const stopped = await invoke('backups:stop', {});
  if (stopped.ok) showToast('Nothing is backed up from now on. The backups made so far stay where they are.');
  else tell(stopped);
}

/** Makes a backup; `anyway` although the library lost most of its COEs. */
export async function backUpNow(anyway: boolean): Promise<void> {
  const made = await invoke('backups:run', { anyway });
  if (!made.ok) return tell(made);
  const { asks, last } = made.value;
  if (asks === null && last !== null) showToast(`Backed up and read back: ${coes(last.coeCount ?? 0)}.`);
}

/** Reads all of a backup and compares it with what went in. */
export async function checkBackup(backup: Backup): Promise<void> {
  const checked = await invoke('backups:check', { id: backup.id });
  if (!checked.ok) return tell(checked);
  showToast(
    checked.value.isWhole
      ? `The backup of ${dayWords(backup.at)} is whole.`
      : `The backup of ${dayWords(backup.at)} is damaged. Your library and the other backups are untouched.`,
  );
}

/** Brings one COE back, or all that are missing; true when something came back. Undo moves them to the trash. */
export async function restoreFromBackup(backup: Backup, coeId: string | null): Promise<boolean> {
  const brought = await invoke('backups:bring-back', { id: backup.id, coeId });
  if (!brought.ok) {
    tell(brought);
    return false;
  }
  const { ids, failed, before, after } = brought.value;
  const failedWords = failed === 0 ? '' : ` ${coes(failed)} could not be brought back.`;
  showToast(
    `${coes(ids.length)} came back. Your library had ${coes(before)} and has ${coes(after)} now.${failedWords}`,
    () => {
      void (async () => {
        let moved = 0;
        // oxlint-disable-next-line no-await-in-loop -- one folder; one move at a time
        for (const id of ids) if ((await invoke('coe:delete', { id })).ok) moved += 1;
        showToast(`${coes(moved)} moved to the trash. Your library has ${coes(after - moved)} again.`);
      })();
    },
  );
  return ids.length > 0;
}

/** Unpacks a backup into an empty folder that the person chooses, and says where it is. */
export async function unpack(backup: Backup): Promise<void> {
  const unpacked = await invoke('backups:unpack', { id: backup.id });
  if (unpacked.ok) showToast(`Unpacked as a library of its own in ${unpacked.value.place}. Open library… leads to it.`);
  else tell(unpacked);
}
