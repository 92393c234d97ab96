import type { Result } from '#domain/result.ts';
import { upperFirst } from '#domain/text/format.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import { invoke } from '../platform/bridge.ts';
import { explainError } from '../ui/explain-error.ts';
import { showToast } from '../ui/toast.tsx';

/** Shows a failure, unless the person cancelled. True on success. */
async function reportFailure(request: Promise<Result<unknown, AppError>>): Promise<boolean> {
  const result = await request;
  if (!result.ok && result.error.kind !== 'cancelled') {
    const { title, safe } = explainError(result.error);
    showToast(`${upperFirst(title)}. ${safe}`);
  }
  return result.ok;
}

/** Opens a recent library by its handle. True on success, as for the others here. */
export const openRecent = (handle: string): Promise<boolean> =>
  reportFailure(invoke('library:open-recent', { handle }));

/** Asks for a folder and opens it as a library. */
export const chooseLibrary = (): Promise<boolean> => reportFailure(invoke('library:choose', {}));

/** Opens the example library. */
export const openExamples = (): Promise<boolean> => reportFailure(invoke('library:open-examples', {}));

/** Shows the folder of the open library in the system's file manager. */
export const revealLibrary = (): Promise<boolean> => reportFailure(invoke('library:reveal', {}));

/** Locks the library if it is encrypted. Main then reloads the page. */
export async function lockLibrary(): Promise<void> {
  const result = await invoke('vault:lock', {});
  if (result.ok || result.error.kind === 'cancelled') return;
  if (result.error.kind === 'vault' && result.error.reason === 'done-already')
    showToast(
      'This library is not encrypted, so there is nothing to lock. You can encrypt it in Settings, under Lock.',
    );
  else showToast(`${upperFirst(explainError(result.error).title)}.`);
}

/** Tries to open the library again after its folder was missing. Null when the request failed. */
export async function retryLibrary(): Promise<LibraryState | null> {
  const result = await invoke('library:retry', {});
  return result.ok ? result.value : null;
}

/** Begins again in the folder of a missing library that is there but empty. */
export const beginInEmptyFolder = (library: string): Promise<boolean> =>
  reportFailure(invoke('library:use-empty-folder', { library }));
