import type { Clock } from '#domain/clock.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { calendarDateAt } from '#domain/time/calendar-date.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { SharedThreads } from '#ipc/threads.ts';
import type { Announce, Handlers } from '#main/ipc/handlers.ts';
import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';

import type { SentShare, SentShares } from './sent-shares.ts';
import { sharedThreads } from './shared-threads.ts';
import { addWriterEvent, putNewsAway, readThreads } from './thread-store.ts';

/** What the handlers need. `zone` is the IANA time zone that the writer's days are counted in. */
export type ThreadHandlersDeps = {
  readonly library: () => Library | null;
  readonly sentFrom: (library: Library) => SentShares;
  /** The writer's signing key. */
  readonly ownKey: () => Promise<Result<string, AppError>>;
  readonly clock: Clock;
  readonly zone: () => string;
  readonly announce: Announce;
};

type Channels = 'sharing:threads' | 'sharing:add-event' | 'sharing:put-news-away';

/** Creates the handlers of the threads about shared COEs, on the writer's side. */
export function threadHandlers(deps: ThreadHandlersDeps): Pick<Handlers, Channels> {
  const { sentFrom, ownKey, clock, zone, announce } = deps;

  /** Runs a change of the threads of a share in the library that the page had open, and announces it. */
  const changing = async <Value>(
    { library: handle, coeId, share }: { readonly library: string; readonly coeId: string; readonly share: string },
    change: (library: Library, sent: SentShare, writer: string) => Promise<Result<Value, AppError>>,
  ): Promise<Result<Value, AppError>> => {
    const library = deps.library();
    if (library === null) return fail({ kind: 'library-loading' });
    if (handleOf(library.folder) !== handle) return fail({ kind: 'library-switched' });
    const shares = await sentFrom(library).ofCoe(coeId);
    if (!shares.ok) return shares;
    const sent = shares.value.find((one) => one.share === share);
    if (sent === undefined) return fail({ kind: 'not-found' });
    const writer = await ownKey();
    if (!writer.ok) return writer;
    const changed = await change(library, sent, writer.value);
    if (changed.ok) announce('sharing:threads-changed', { coeId });
    return changed;
  };

  return {
    'sharing:threads': async ({ coeId }) => {
      const library = deps.library();
      if (library === null) return fail({ kind: 'library-loading' });
      const shares = await sentFrom(library).ofCoe(coeId);
      if (!shares.ok) return shares;
      // Most COEs are shared with nobody, and the key is made on first use.
      if (shares.value.length === 0) return ok([]);
      const writer = await ownKey();
      if (!writer.ok) return writer;
      const opened = await library.open(coeId);
      const all: SharedThreads[] = [];
      for (const sent of shares.value) {
        // oxlint-disable-next-line no-await-in-loop -- a COE is shared with one or two people
        const file = await readThreads(library.shares, { share: sent.share, coeId, writer: writer.value });
        if (!file.ok) return file;
        all.push(sharedThreads(sent, file.value, opened.ok ? opened.value.coe : null));
      }
      return ok(all);
    },
    'sharing:add-event': ({ kind, replyTo, text, action, ...where }) =>
      changing(where, (library, sent, writer) => {
        const at = calendarDateAt(clock(), zone());
        const key = { share: sent.share, coeId: sent.coeId, writer };
        return addWriterEvent(library.shares, key, { kind, replyTo, text, action, at });
      }),
    'sharing:put-news-away': (where) =>
      changing(where, (library, sent, writer) =>
        putNewsAway(library.shares, { share: sent.share, coeId: sent.coeId, writer }),
      ),
  };
}
