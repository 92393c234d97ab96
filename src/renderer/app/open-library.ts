import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import { ask } from '../platform/bridge.ts';
import { explainError, sentence } from '../ui/explain-error.ts';
import { say } from '../ui/undo-toast.tsx';

/** Says what went wrong, unless the person only changed their mind. True when it worked. */
async function tell(asked: Promise<Result<unknown, AppError>>): Promise<boolean> {
  const result = await asked;
  if (!result.ok && result.error.kind !== 'cancelled') {
    const { title, safe } = explainError(result.error);
    say(`${sentence(title)}. ${safe}`);
  }
  return result.ok;
}

/** Opens a library opened before, by its handle. */
export const openRecent = (handle: string): Promise<boolean> => tell(ask('library:open-recent', { handle }));

/** Asks for a folder and opens it as a library. */
export const chooseLibrary = (): Promise<boolean> => tell(ask('library:choose', {}));

/** Opens the invented COEs that ship with the app. */
export const openExamples = (): Promise<boolean> => tell(ask('library:open-examples', {}));

/** Shows the folder of the open library in the system's file manager. */
export const revealLibrary = (): Promise<boolean> => tell(ask('library:reveal', {}));

/** Locks the library, if it is encrypted. Main begins the page anew after it. */
export async function lockLibrary(): Promise<void> {
  const result = await ask('vault:lock', {});
  if (result.ok || result.error.kind === 'cancelled') return;
  if (result.error.kind === 'vault' && result.error.reason === 'done-already')
    say('This library is not encrypted, so a lock would keep nothing closed. Settings has it under Lock.');
  else say(`${sentence(explainError(result.error).title)}.`);
}

/** Looks for a library's folder again. */
export async function lookAgain(): Promise<LibraryState | null> {
  const result = await ask('library:retry', {});
  return result.ok ? result.value : null;
}
