import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Settings } from '#ipc/settings.ts';
import type { TeamState } from '#ipc/team.ts';
import type { Whose } from '#ipc/whose.ts';
import type { PageWindow } from '#main/ipc/page-window.ts';
import { payloadFault } from '#main/ipc/plain-payload.ts';
import { pageForRequest, type FirstRows } from '#main/library/first-rows.ts';

/** Answers the first screen while the rest of main is not loaded and the library is not open. */
export type StartupList = {
  /** The answer to a request of the first screen; null for one that has to wait for the library. */
  readonly answer: (from: PageWindow, channel: string, request: unknown) => Promise<Result<unknown, AppError> | null>;
  /** Stops answering for good as soon as `isOpen` has been true. */
  readonly endWhen: (isOpen: () => boolean) => void;
  /**
   * Resolves when the page has shown its first screen, or asks for a list or a day that was not kept. The rest of main
   * may then use the processor.
   */
  readonly shown: Promise<void>;
};

/** What the first screen is answered from. */
export type StartupListDeps = {
  /** What the last start kept; null if there is nothing. */
  readonly rows: Promise<FirstRows | null>;
  readonly settings: () => Settings;
};

/** The channels that are answered here. No other request may wait for the rows, whose disk may not answer. */
const ANSWERED: ReadonlySet<string> = new Set(['settings:read', 'team:state', 'coes:list', 'today:read']);

/** What `team:state` is until the library is open. */
const STATES = { everyone: { is: 'none' }, mine: { is: 'opening' } } as const satisfies Record<Whose, TeamState>;

/**
 * Shows what the last start kept before anything else is done. Loading the rest of main and reading the catalogue of a
 * large library block main, which would delay the page's own files and the preload, or take the processor from it. What
 * was due may be a day old; the page asks again when the library is open.
 */
export function createStartupList({ rows, settings }: StartupListDeps): StartupList {
  let isOpen = (): boolean => false;
  let hasEnded = false;
  let show: () => void = () => undefined;
  const shown = new Promise<void>((resolve) => {
    show = resolve;
  });
  const answerFrom = (kept: FirstRows, channel: string, request: unknown): unknown => {
    if (channel === 'settings:read') return settings();
    if (channel === 'team:state') return STATES[kept.whose];
    if (channel === 'coes:list') return pageForRequest(kept, request);
    // What is due for others than at the last time is asked for once the library is open.
    return whoseIn(request) === kept.whose ? kept.today : null;
  };
  return {
    shown,
    endWhen: (condition) => {
      isOpen = condition;
    },
    answer: async (from, channel, request) => {
      if (from !== 'main') return null;
      if (channel === 'app:shown') show();
      if (!ANSWERED.has(channel)) return null;
      const kept = await rows;
      hasEnded ||= isOpen();
      if (hasEnded) return null;
      if (kept === null || payloadFault(request) !== null) {
        show();
        return null;
      }
      const value = answerFrom(kept, channel, request);
      // An empty list has no rows whose drawing the page would report.
      if (value === null || (channel === 'coes:list' && kept.page.total === 0)) show();
      return value === null ? null : ok(value);
    },
  };
}

/** Whose day a request is for, which need not be valid; null if it is none. */
function whoseIn(request: unknown): Whose | null {
  const text = JSON.stringify(request);
  if (text === '{}') return 'everyone';
  return text === '{"whose":"mine"}' ? 'mine' : null;
}
