import { ok } from '#domain/result.ts';
import type { ViewState } from '#ipc/vault.ts';
import type { Announce, Handler } from '#main/ipc/handlers.ts';

/** The outcome of asking the page to save: what is still unsaved, or no answer within the limit. */
export type FlushResult =
  | {
      readonly is: 'answered';
      readonly unsaved: number;
      /** How many of them are in the journal and can be recovered. */
      readonly kept: number;
      /** How many texts in forms could not be stored. */
      readonly unsent: number;
    }
  | { readonly is: 'silent' };

/** Asks the page to save pending changes. */
export type PageFlush = {
  /** Resolves when the page has answered or the limit is over. Never rejects. */
  readonly flush: () => Promise<FlushResult>;
  /** Where the person was at the last answer of the page; null when it did not say. */
  readonly lastViewState: () => ViewState | null;
  readonly onFlushed: Handler<'app:flushed'>;
};

/**
 * Creates the flush. `canAnswer` returns whether a page is loaded; without one, nothing is pending. `limit` is in
 * milliseconds.
 */
export function createPageFlush(announce: Announce, canAnswer: () => boolean, limit = 5000): PageFlush {
  const waiting = new Map<number, (flushed: FlushResult) => void>();
  let last = 0;
  let viewState: ViewState | null = null;
  return {
    flush: () => {
      if (!canAnswer()) return Promise.resolve({ is: 'answered', unsaved: 0, kept: 0, unsent: 0 });
      const requestId = (last += 1);
      return new Promise((resolve) => {
        const settle = (flushed: FlushResult): void => {
          clearTimeout(timer);
          waiting.delete(requestId);
          resolve(flushed);
        };
        const timer = setTimeout(() => settle({ is: 'silent' }), limit);
        waiting.set(requestId, settle);
        announce('app:flush', { requestId });
      });
    },
    lastViewState: () => viewState,
    onFlushed: async ({ requestId, unsaved, kept, unsent, viewState: received = null }) => {
      viewState = received;
      waiting.get(requestId)?.({ is: 'answered', unsaved, kept, unsent });
      return ok(null);
    },
  };
}
