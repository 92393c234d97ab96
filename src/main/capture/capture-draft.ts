import { type Clock, instantFrom } from '#domain/clock.ts';
import { divideCapturedText } from '#domain/coe/captured-text.ts';
import { newCoe, type NewCoe } from '#domain/coe/new-coe.ts';
import type { KindId } from '#domain/coe/vocabulary.ts';
import type { NewId } from '#domain/ids.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Capture } from '#ipc/capture.ts';
import type { Settings } from '#ipc/settings.ts';
import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';

/** What the draft of a quick capture needs. */
export type CaptureDraftDeps = {
  /** The open library; null while it is locked or not open yet. */
  readonly library: () => Library | null;
  /** The folder of the chosen library, open or not. */
  readonly folder: () => string;
  readonly settings: () => Pick<Settings, 'authorName' | 'newCoeDepth'>;
  readonly newId: NewId;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
};

/**
 * What is typed in the quick capture window until it is saved. It is always in memory, and in the journal of the
 * library if that is open, encrypted there if the library is. While the library is locked, it is never written to disk.
 */
export type CaptureDraft = {
  /** The text that is not saved yet; null for none. */
  readonly current: () => Capture | null;
  /** The kind chosen last in this run. */
  readonly kind: () => KindId;
  readonly change: (capture: Capture) => void;
  /** Saves the text as a COE of the open library. When this fails, the text stays as it was. */
  readonly save: (capture: Capture) => Promise<Result<null, AppError>>;
  readonly discard: () => Promise<void>;
  /** The id of the COE that the text will become; null for no text. */
  readonly coeId: () => string | null;
  /** Whether the text would survive the end of the app. Waits for running writes. */
  readonly isSafe: () => Promise<boolean>;
  /**
   * Call it whenever the library was opened, locked or switched. Resolves with true if the library is locked now and
   * the text was in its journal: it is then removed from memory, and is offered again after unlocking.
   */
  readonly onLibraryChanged: (isLocked: boolean) => Promise<boolean>;
};

type Typed = {
  readonly coeId: string;
  /** When the first character was typed; ISO 8601 in UTC. */
  readonly since: string;
  /** The library that was chosen then. Text for an encrypted library must not get into the journal of another one. */
  readonly library: string;
  readonly capture: Capture;
};

/** Creates an empty draft. */
export function createCaptureDraft(deps: CaptureDraftDeps): CaptureDraft {
  let typed: Typed | null = null;
  let kind: KindId = 'other-mistake';
  /** What the journal holds; null for nothing. */
  let stored: Typed | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** Runs one change of the journal or the library after the other. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = last.then(work);
    last = result.catch(deps.onError);
    return result;
  };

  const requestFor = ({ text, happened, kind: chosen }: Capture): NewCoe => {
    const { authorName, newCoeDepth } = deps.settings();
    const request = { kind: chosen, happened, depth: newCoeDepth, author: authorName, captured: true };
    return { ...request, ...divideCapturedText(text) };
  };
  const libraryOf = ({ library }: Typed): Library | null => {
    const open = deps.library();
    return open !== null && handleOf(open.folder) === library ? open : null;
  };
  /** Writes the newest text to the journal, unless that is done already. */
  const store = async (): Promise<void> => {
    const now = typed;
    const library = now === null ? null : libraryOf(now);
    if (now === null || library === null || stored === now) return;
    const coe = newCoe(requestFor(now.capture), now.coeId, deps.clock);
    if ((await library.journal.write(coe, 'none', now.since)).ok) stored = now;
  };
  const storeSoon = (): void => void inTurn(store).catch(() => undefined);
  /** Removes the text from the journal that holds it. One that is closed offers the text when it is opened again. */
  const removeStored = async (): Promise<void> => {
    const library = stored === null ? null : libraryOf(stored);
    if (stored !== null) await library?.journal.remove(stored.coeId);
    stored = null;
  };
  const change = (capture: Capture): void => {
    kind = capture.kind;
    if (capture.text.trim() === '') {
      typed = null;
      void inTurn(removeStored).catch(() => undefined);
      return;
    }
    typed = {
      coeId: typed?.coeId ?? deps.newId(),
      since: typed?.since ?? instantFrom(deps.clock),
      library: typed?.library ?? handleOf(deps.folder()),
      capture,
    };
    storeSoon();
  };

  return {
    current: () => typed?.capture ?? null,
    kind: () => kind,
    change,
    save: async (capture) => {
      change(capture);
      return inTurn(async () => {
        const now = typed;
        const library = deps.library();
        if (now === null || library === null) return fail({ kind: 'library-loading' });
        const created = await library.create(requestFor(now.capture), now.coeId);
        if (!created.ok) return created;
        await removeStored();
        if (typed === now) typed = null;
        return ok(null);
      });
    },
    discard: async () => {
      typed = null;
      await inTurn(removeStored);
    },
    coeId: () => typed?.coeId ?? null,
    isSafe: () => inTurn(async () => typed === null || stored === typed),
    onLibraryChanged: (isLocked) =>
      inTurn(async () => {
        await store();
        if (!isLocked || typed === null || stored !== typed) return false;
        typed = null;
        stored = null;
        return true;
      }),
  };
}
