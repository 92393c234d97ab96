import { ok, type Result } from '#domain/result.ts';
import type { Today } from '#domain/today/today.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { CoeListPage, CoeListRequest } from '#ipc/coe-list.ts';
import type { Whose } from '#ipc/whose.ts';
import { pageForRequest, type FirstRows } from '#main/library/first-rows.ts';

type AnswerList = (request: CoeListRequest) => Promise<Result<CoeListPage, AppError>>;
type AnswerToday = (request: { whose?: Whose | undefined }) => Promise<Result<Today, AppError>>;

/** Answers the list and what is due before the library is open. */
export type StartupList = {
  /** Wraps the handler of the list: it returns the rows stored by the last start until the library is open. */
  readonly wrapList: (answer: AnswerList) => AnswerList;
  /** The same for what is due, of everyone. It may be a day old; the page asks again when the library is open. */
  readonly wrapToday: (answer: AnswerToday) => AnswerToday;
  /**
   * Resolves when the rows and what is due were returned, or there is nothing to wait for. The library may then use the
   * processor.
   */
  readonly shown: Promise<void>;
};

/** How long the library waits, in milliseconds, if the page asks for something else first. */
const MAX_WAIT_MS = 1500;

/**
 * Shows the first rows of the list while the library is still closed. Reading the catalogue of a large library blocks
 * main for longer than the page takes to load; if it started first, it would delay the page's own files. `kept` holds
 * the stored rows, null when there are none.
 */
export function createStartupList(kept: Promise<FirstRows | null>, opened: () => boolean): StartupList {
  let show: () => void = () => undefined;
  const shown = new Promise<void>((resolve) => {
    show = resolve;
  });
  void kept.then((rows) => (rows === null ? show() : setTimeout(show, MAX_WAIT_MS)));
  const answered = { list: false, today: false };
  const onAnswered = (rows: FirstRows, which: keyof typeof answered): void => {
    answered[which] = true;
    // Runs after the answer is sent, so that opening the library does not delay it.
    if (answered.list && (answered.today || rows.today === null)) setImmediate(show);
  };
  return {
    shown,
    wrapList: (answer) => async (request) => {
      const rows = opened() ? null : await kept;
      const page = rows === null || opened() ? null : pageForRequest(rows, request);
      if (rows === null || page === null) return answer(request);
      onAnswered(rows, 'list');
      return ok(page);
    },
    wrapToday: (answer) => async (request) => {
      const rows = opened() ? null : await kept;
      if (rows === null || opened()) return answer(request);
      onAnswered(rows, 'today');
      return rows.today === null || request.whose === 'mine' ? answer(request) : ok(rows.today);
    },
  };
}
