import type { Clock } from '#domain/clock.ts';
import type { CoeFilter } from '#domain/catalogue/coe-filter.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { NewCoe } from '#domain/coe/new-coe.ts';
import type { NewId } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { Today } from '#domain/today/today.ts';
import type { ActionChange } from '#ipc/action-list.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { CoeListPage, CoeListRequest, Facets } from '#ipc/coe-list.ts';
import type { Answers, CheckedRequestOf, OpenedCoe } from '#ipc/contract.ts';
import type { SimilarCoe } from '#ipc/similar.ts';
import type { Version } from '#ipc/versions.ts';
import type { CopyOfCoe } from '#ipc/copies.ts';
import type { LibraryState, Problem, TrashedCoe } from '#ipc/library-state.ts';
import type { Announce } from '#main/ipc/handlers.ts';
import type { Journal } from '#main/journal/journal.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';
import type { Identity } from '#main/encryption/age/x25519-keys.ts';

/** How often a library looks around, in milliseconds. Tests hurry it. */
export type Pace = {
  /** From the watcher's hint to the scan it causes. */
  readonly settle: number;
  /** Between scans that nothing asked for. */
  readonly scan: number;
  /** Between looks at whether the folder is there. */
  readonly presence: number;
  /** From the last change to writing the caches. */
  readonly caches: number;
};

/** What a library needs to be opened. */
export type LibraryOptions = {
  /** The folder that holds `coes/` and `trash/`. */
  readonly folder: string;
  /** Where the catalogue and the search index may be kept; deletable at any time. Never inside the library. */
  readonly cacheFolder: string;
  /** Where writing that is not saved yet is kept. Never inside the library. */
  readonly journalFolder: string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly announce: Announce;
  /** Opens and closes the files of an encrypted library; left out for one that is not. */
  readonly identity?: Identity;
  /** Told when the folder turns out to be encrypted while it was opened without a key, or the other way round. */
  readonly onOtherState?: () => void;
  /** The library worker: out/main/library-worker.js in the app, the .ts file in tests. */
  readonly workerUrl: URL;
  /** Make the folder when it is not there. Only for the first library ever and for a folder the person just chose. */
  readonly create?: boolean;
  /** Refuse every change, whatever the folder allows. */
  readonly readOnly?: boolean;
  /** Whether another process of this computer has the folder: then nothing is changed here. Asked anew each time. */
  readonly isElsewhere?: (folder: string) => boolean;
  /** What people call it; the folder's name if left out. */
  readonly name?: string;
  readonly isExamples?: boolean;
  readonly pace?: Partial<Pace>;
  /** Told of errors that should not happen, by their stack alone. */
  readonly onError?: (error: Error) => void;
};

/** An open library. A folder that is not there opens too: its status is `missing` until it comes back. */
export type Library = {
  readonly folder: string;
  /** Through which its bytes and names go, for those who read copies of them. */
  readonly cipher: FileCipher;
  readonly state: () => LibraryState;
  /** Every summary that passes a filter, for the charts and the actions. */
  readonly summaries: (filter?: CoeFilter) => CoeSummary[];
  /** The revision of each COE's file, by id. */
  readonly revisions: () => ReadonlyMap<string, string>;
  readonly list: (request: CoeListRequest) => Promise<CoeListPage>;
  readonly facets: () => Facets;
  readonly findTitles: (text: string, limit: number) => Answers['coes:find-titles'];
  /** The COEs that are most like one that is being written. */
  readonly findSimilar: (coe: Coe) => Promise<SimilarCoe[]>;
  readonly open: (id: string) => Promise<Result<OpenedCoe, AppError>>;
  readonly create: (request: NewCoe) => Promise<Result<OpenedCoe, AppError>>;
  /** Saves when the file is still the one `base` names; sets updatedAt. One save at a time per COE. */
  readonly save: (coe: Coe, base: string) => Promise<Result<Answers['coe:save'], AppError>>;
  readonly changeAction: (change: ActionChange) => Promise<Result<Answers['actions:change'], AppError>>;
  /** Adds an answer to whether a fix held, and takes the COE to the status that follows. */
  readonly answerCheck: (
    answer: CheckedRequestOf<'actions:answer-check'>,
  ) => Promise<Result<Answers['actions:answer-check'], AppError>>;
  readonly takeBackCheck: (
    answer: CheckedRequestOf<'actions:take-back-check'>,
  ) => Promise<Result<Answers['actions:take-back-check'], AppError>>;
  /** When a draft is to be brought back. */
  readonly setLookAgain: (id: string, on: CalendarDate | null) => Promise<Result<{ revision: string }, AppError>>;
  /** What is brought back on a day, where the person lives. */
  readonly today: (day: CalendarDate, zone: string) => Today;
  /** What is written and not saved yet. */
  readonly journal: Journal;
  /** What the COE was before, newest first. */
  readonly listVersions: (id: string) => Promise<Result<Version[], AppError>>;
  readonly readVersion: (id: string, versionId: string) => Promise<Result<Coe, AppError>>;
  /** Makes a version the current one; what it replaces is kept as a version. */
  readonly restoreVersion: (id: string, versionId: string) => Promise<Result<{ revision: string }, AppError>>;
  readonly spaceOfVersions: () => Promise<{ count: number; bytes: number }>;
  readonly delete: (id: string) => Promise<Result<Answers['coe:delete'], AppError>>;
  readonly listTrash: () => Promise<Result<TrashedCoe[], AppError>>;
  readonly restore: (trashId: string) => Promise<Result<Answers['trash:restore'], AppError>>;
  /** Another version of a COE, in a file that is listed as a copy. */
  readonly readCopy: (fileName: string) => Promise<Result<CopyOfCoe, AppError>>;
  /** Moves a copy that was settled out of the way, as long as it is still the version that was read. Nothing is deleted. */
  readonly setCopyAside: (fileName: string, revision: string) => Promise<Result<null, AppError>>;
  /** Gives a copy of a COE whose own file is gone the name that makes it the COE again. */
  readonly bringBackCopy: (fileName: string) => Promise<Result<{ coeId: string }, AppError>>;
  readonly problems: () => Problem[];
  /** A problem as text, as far as it can be read. */
  readonly readProblem: (fileName: string) => Promise<Result<Answers['problems:read-text'], AppError>>;
  /** Moves a problem out of the way, whole. */
  readonly setProblemAside: (fileName: string) => Promise<Result<Answers['problems:set-aside'], AppError>>;
  readonly undoSetAside: (aside: string) => Promise<Result<null, AppError>>;
  /** Sets a problem aside and puts the newest version of its COE in its place. */
  readonly restoreProblem: (fileName: string) => Promise<Result<Answers['problems:restore'], AppError>>;
  /** The person knows of the COEs that went back to an earlier state: they are as they should be. */
  readonly acceptEarlier: () => LibraryState;
  /** The path of a file that is listed as a problem, to show it in the file manager; null for any other name. */
  readonly problemPath: (fileName: string) => string | null;
  /** Looks at the folder and takes in what others changed: call it when the window gets the focus. */
  readonly reconcile: () => Promise<void>;
  /** The person asks again: takes the folder as it is, even when most of it is gone, if it can be read at all. */
  readonly retry: () => Promise<LibraryState>;
  /** Resolves when every file has been read once and the index is complete. */
  readonly whenComplete: () => Promise<void>;
  /** Waits for saves under way, writes the caches and lets go of the folder. Nothing may be asked of it afterwards. */
  readonly close: () => Promise<void>;
};
