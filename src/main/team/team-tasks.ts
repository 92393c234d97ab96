import type { Result } from '#domain/result.ts';

import type { FirstExchange, FirstExchangeFailure } from './connect-and-exchange.ts';
import type { ExchangeReport } from './exchange.ts';
import type { HostKey } from './git/host-key.ts';
import type { GitProgress } from './git/team-repository.ts';
import type { ConnectFailure, MeetingPlace } from './meeting-place.ts';
import type { OpenFailure, TeamLibrary } from './team-library.ts';
import type { Trial } from './try-place.ts';

/** What main asks of an open team library. */
export type OpenTeam = Pick<
  TeamLibrary,
  | 'state'
  | 'noteEdited'
  | 'commit'
  | 'questions'
  | 'settle'
  | 'comments'
  | 'addComment'
  | 'history'
  | 'readStep'
  | 'close'
> & { readonly exchange: () => Promise<ExchangeReport> };

/** One of these calls. */
export type TeamCall = {
  readonly [Method in keyof OpenTeam]: { readonly method: Method; readonly args: Parameters<OpenTeam[Method]> };
}[keyof OpenTeam];

/** What the thread starts with: `team` in the app's data. */
export type TeamThreadData = { readonly teamFolder: string };

/** The tasks of the thread. `wait` is a number by which main cancels a task and hears how far it is. */
export type TeamTasks = {
  /** Opens the team library of a folder, unless it is open. */
  readonly open: { request: { readonly folder: string }; answer: Result<null, OpenFailure> };
  /** Not open: this is another thread than the one that opened it, which died. */
  readonly call: {
    request: { readonly folder: string; readonly call: TeamCall };
    answer: { readonly isOpen: false } | { readonly isOpen: true; readonly value: unknown };
  };
  readonly try: {
    request: { readonly wait: number; readonly place: MeetingPlace };
    answer: Result<Trial, ConnectFailure>;
  };
  /** `isLibraryOpen`: others in this process may write the files of that folder meanwhile. */
  readonly connect: {
    request: { readonly wait: number; readonly request: FirstExchange; readonly isLibraryOpen: boolean };
    answer: Result<null, FirstExchangeFailure>;
  };
  readonly 'sign-in': {
    request: { readonly wait: number; readonly address: string };
    answer: Result<null, ConnectFailure>;
  };
  readonly 'find-host-key': { request: { readonly address: string }; answer: Result<HostKey, ConnectFailure> };
  readonly 'trust-host-key': {
    request: { readonly address: string; readonly fingerprint: string };
    answer: Result<null, ConnectFailure>;
  };
  readonly cancel: { request: { readonly wait: number }; answer: null };
  /** Main has what the thread asked for by the event `lock`. */
  readonly 'lock-taken': { request: { readonly lock: number }; answer: null };
};

/**
 * What the thread tells main. `lock` asks that nothing else in this process changes a COE until `unlock`. `stuck` is 1
 * when a call to a disk that does not answer is no longer waited for, and -1 when it has ended.
 */
export type TeamEvent =
  | { readonly is: 'stuck'; readonly change: number }
  | { readonly is: 'progress'; readonly wait: number; readonly progress: GitProgress }
  | { readonly is: 'lock'; readonly lock: number; readonly id: string }
  | { readonly is: 'unlock'; readonly lock: number };
