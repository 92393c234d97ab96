import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import { invoke } from '../platform/bridge.ts';
import { explainError, sentence } from '../ui/explain-error.ts';
import { showToast } from '../ui/toast.tsx';

/** Says what went wrong, unless the person only changed their mind. True when it worked. */
async function reportFailure(asked: Promise<Result<unknown, AppError>>): Promise<boolean> {
  const result = await asked;
  if (!result.ok && result.error.kind !== 'cancelled') {
    const { title, safe } = explainError(result.error);
    showToast(`${sentence(title)}. ${safe}`);
  }
  return result.ok;
}

/** Opens a library opened before, by its handle. */
export const openRecent = (handle: string): Promise<boolean> =>
  reportFailure(invoke('library:open-recent', { handle }));

/** Asks for a folder and opens it as a library. */
export const chooseLibrary = (): Promise<boolean> => reportFailure(invoke('library:choose', {}));

/** Opens the invented COEs that ship with the app. */
export const openExamples = (): Promise<boolean> => reportFailure(invoke('library:open-examples', {}));

/** Shows the folder of the open library in the system's file manager. */
export const revealLibrary = (): Promise<boolean> => reportFailure(invoke('library:reveal', {}));

/** Locks the library, if it is encrypted. Main begins the page anew after it. */
export async function lockLibrary(): Promise<void> {
  const result = await invoke('vault:lock', {});
  if (result.ok || result.error.kind === 'cancelled') return;
  if (result.error.kind === 'vault' && result.error.reason === 'done-already')
    showToast(
      'This library is not encrypted, so there is nothing to lock. You can encrypt it in Settings, under Lock.',
    );
  else showToast(`${sentence(explainError(result.error).title)}.`);
}

/** Looks for a library's folder again. */
export async function retryLibrary(): Promise<LibraryState | null> {
  const result = await invoke('library:retry', {});
  return result.ok ? result.value : null;
}
