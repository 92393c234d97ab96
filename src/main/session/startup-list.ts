import { ok, type Result } from '#domain/result.ts';
import type { Today } from '#domain/today/today.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { CoeListPage, CoeListRequest } from '#ipc/coe-list.ts';
import { pageForRequest, type FirstRows } from '#main/library/first-rows.ts';

type AnswerList = (request: CoeListRequest) => Promise<Result<CoeListPage, AppError>>;
type AnswerToday = (request: Record<string, never>) => Promise<Result<Today, AppError>>;

/** The list, and what is due, before the library is open. */
export type StartupList = {
  /** Wraps the real answer: rows kept by the last start are shown until the library can be asked. */
  readonly wrapList: (answer: AnswerList) => AnswerList;
  /** The same for what is due. What was due on another day mostly still is; the page asks again when the library is open. */
  readonly wrapToday: (answer: AnswerToday) => AnswerToday;
  /** Resolves when the rows have been handed out, or there is nothing to wait for: then the library may take the processor. */
  readonly shown: Promise<void>;
};

/** How long the library waits for a page that asks for something else, in milliseconds. */
const MAX_WAIT_MS = 1500;

/**
 * Shows the first rows of the list while the library is still closed. Reading the catalogue of a large library keeps main busy for
 * longer than the page takes to load; begun first, it would hold up the page's own files.
 */
export function createStartupList(kept: Promise<FirstRows | null>, opened: () => boolean): StartupList {
  let show: () => void = () => undefined;
  const shown = new Promise<void>((resolve) => {
    show = resolve;
  });
  void kept.then((rows) => (rows === null ? show() : setTimeout(show, MAX_WAIT_MS)));
  return {
    shown,
    wrapList: (answer) => async (request) => {
      const rows = opened() ? null : await kept;
      const page = rows === null || opened() ? null : pageForRequest(rows, request);
      if (page === null) return answer(request);
      // After the answer is on its way, so that it does not wait behind what it makes room for.
      setImmediate(show);
      return ok(page);
    },
    wrapToday: (answer) => async (request) => {
      const today = opened() ? null : ((await kept)?.today ?? null);
      return today === null || opened() ? answer(request) : ok(today);
    },
  };
}
