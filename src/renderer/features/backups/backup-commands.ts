import { quantity } from '#domain/text/format.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import { formatDate } from '#domain/time/format-instant.ts';
import type { Backup } from '#ipc/backups.ts';

import { invoke } from '../../platform/bridge.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';

/** Asks for the folder for backups, and makes the first backup there. */
export async function chooseFolder(): Promise<void> {
  const chosen = await invoke('backups:choose-folder', {});
  if (!chosen.ok) return showFailure(chosen.error);
  if (chosen.value.last === null) await backUpNow(false);
}

/** Turns backups off. Existing ones stay where they are. */
export async function stopBackups(): Promise<void> {
  const stopped = await invoke('backups:stop', {});
  if (stopped.ok) showToast('Backups are off. Existing backups stay where they are.');
  else showFailure(stopped.error);
}

/** Makes a backup. `anyway` overrides the question asked when the library has lost most of its COEs. */
export async function backUpNow(anyway: boolean): Promise<void> {
  const made = await invoke('backups:run', { anyway });
  if (!made.ok) return showFailure(made.error);
  const { shrunk, last } = made.value;
  if (shrunk === null && last !== null) showToast(`Backed up and verified ${quantity(last.coeCount ?? 0, 'COE')}.`);
}

/** Reads all of a backup and verifies it. `zone` and `dates` are for the date in the answer. */
export async function checkBackup(backup: Backup, zone: string, dates: DateStyle): Promise<void> {
  const checked = await invoke('backups:check', { id: backup.id });
  if (!checked.ok) return showFailure(checked.error);
  showToast(
    checked.value.isWhole
      ? `The backup of ${formatDate(backup.at, zone, dates)} is intact.`
      : `The backup of ${formatDate(backup.at, zone, dates)} is damaged. Your library and the other backups are not affected.`,
  );
}

/**
 * Restores one COE, or all missing ones when `coeId` is null. True when at least one was restored. Undo moves them to
 * the trash.
 */
export async function restoreFromBackup(backup: Backup, coeId: string | null): Promise<boolean> {
  const library = currentLibrary();
  const restored = await invokeIn(library, 'backups:restore', { id: backup.id, coeId });
  if (!restored.ok) {
    showFailure(restored.error);
    return false;
  }
  const { ids, failed, before, after } = restored.value;
  const failures = failed === 0 ? '' : ` ${quantity(failed, 'COE')} could not be restored.`;
  showToast(
    `Restored ${quantity(ids.length, 'COE')}. Your library had ${quantity(before, 'COE')} and now has ${quantity(after, 'COE')}.${failures}`,
    () => {
      void (async () => {
        let moved = 0;
        // oxlint-disable-next-line no-await-in-loop -- one folder; one move at a time
        for (const id of ids) if ((await invokeIn(library, 'coe:delete', { id })).ok) moved += 1;
        showToast(
          `Moved ${quantity(moved, 'COE')} to the trash. Your library has ${quantity(after - moved, 'COE')} again.`,
        );
      })();
    },
  );
  return ids.length > 0;
}

/** Unpacks a backup into an empty folder that the person chooses. */
export async function unpack(backup: Backup): Promise<void> {
  const unpacked = await invoke('backups:unpack', { id: backup.id });
  if (unpacked.ok)
    showToast(`Unpacked as a separate library in ${unpacked.value.folder}. Choose Open library… to use it.`);
  else showFailure(unpacked.error);
}
