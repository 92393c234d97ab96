import type { OwnNames } from '#domain/actions/own-work.ts';
import type { Clock } from '#domain/clock.ts';
import type { CoeFilter } from '#domain/catalogue/coe-filter.ts';
import type { CoeSummary, SourceSummary } from '#domain/catalogue/coe-summary.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { NewCoe } from '#domain/coe/new-coe.ts';
import type { NewId } from '#domain/ids.ts';
import type { OwnQuestions } from '#domain/questions/own-questions.ts';
import type { Result } from '#domain/result.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { Today } from '#domain/today/today.ts';
import type { ActionChange } from '#ipc/action-list.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { CoeListPage, CoeListRequest, Facets } from '#ipc/coe-list.ts';
import type { Answers, CheckedRequestOf, OpenedCoe } from '#ipc/contract.ts';
import type { Pattern } from '#domain/patterns/pattern.ts';
import type { RankedPattern } from '#ipc/patterns.ts';
import type { OwnQuestionsState } from '#ipc/questions.ts';
import type { PairAnswer, PairsStep, SimilarCoe } from '#ipc/similar.ts';
import type { Version } from '#ipc/versions.ts';
import type { CopyOfCoe } from '#ipc/copies.ts';
import type { LibraryState, Problem, TrashedCoe } from '#ipc/library-state.ts';
import type { Announce } from '#main/ipc/handlers.ts';
import type { Journal } from '#main/journal/journal.ts';
import type { UnsentWordsStore } from '#main/journal/unsent-words.ts';
import type { EncoderOptions } from '#main/encoder/encoder.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';
import type { Identity } from '#main/encryption/age/x25519-keys.ts';

import type { JudgeSentences } from './sentence-judge.ts';
import type { AttachmentStore } from './attachment-store.ts';
import type { PatternStore } from './pattern-store.ts';
import type { ShareFileStore } from './share-file-store.ts';
import type { ReadThemes } from './themes-reader.ts';

/** Timer intervals of an open library, in milliseconds. Tests shorten them. */
export type Intervals = {
  /** From a hint of the watcher to the scan. */
  readonly settle: number;
  /** Between periodic scans. */
  readonly scan: number;
  /** Between checks whether the folder exists. */
  readonly presence: number;
  /** From the last change to writing the caches, and to computing vectors of sentences. */
  readonly caches: number;
};

/** What a library needs to be opened. */
export type LibraryOptions = {
  /** The folder that holds `coes/` and `trash/`. */
  readonly folder: string;
  /** The folder for the cached catalogue and search index; safe to delete. Never inside the library. */
  readonly cacheFolder: string;
  /** The folder for unsaved words. Never inside the library. */
  readonly journalFolder: string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly announce: Announce;
  /** The key of an encrypted library; undefined for a plain one. */
  readonly identity?: Identity;
  /** Called when a scan finds the folder encrypted though it was opened without a key, or the other way round. */
  readonly onEncryptionChanged?: () => void;
  /** The library worker: out/main/library-worker.js in the app, the .ts file in tests. */
  readonly workerUrl: URL;
  /** The worker that saves a COE again, beside the library worker; without one, every save runs in this thread. */
  readonly saveWorkerUrl?: URL;
  /** The sentence encoder; without one, COEs are compared by words alone. */
  readonly encoder?: EncoderOptions;
  /**
   * Create the folder if it is missing. Only for the first library ever and for a folder the person has just chosen.
   */
  readonly create?: boolean;
  /** Refuse every change, even if the folder is writable. */
  readonly readOnly?: boolean;
  /**
   * Whether another process of this computer has the folder open, in which case nothing is changed. Called every time.
   */
  readonly isOpenElsewhere?: (folder: string) => boolean;
  /** Whether the library in a folder is connected to a team; without it, none is. Called every time. */
  readonly isConnected?: (folder: string) => Promise<boolean>;
  /** The name shown to people; the folder's name if undefined. */
  readonly name?: string;
  readonly isExamples?: boolean;
  readonly intervals?: Partial<Intervals>;
  /** Gets unexpected errors, for the log. */
  readonly onError?: (error: Error) => void;
};

/** A COE in the library that came from an import. */
export type ImportedBefore = { readonly id: string; readonly source: SourceSummary };

/** What an import does to a library: adding and replacing COEs, and taking both back. */
export type ImportStore = {
  /** The COEs that were imported before. */
  readonly importedBefore: () => Promise<readonly ImportedBefore[]>;
  /** Adds a new COE. Returns its revision. */
  readonly add: (coe: Coe) => Promise<Result<{ revision: string }, AppError>>;
  /** The COE in a file, with its revision and the plain bytes of the file; null when it cannot be read. */
  readonly read: (id: string) => Promise<{ coe: Coe; revision: string; bytes: Uint8Array } | null>;
  /** Replaces a COE that still has the revision `base`. */
  readonly replace: (coe: Coe, base: string) => Promise<Result<{ revision: string }, AppError>>;
  /** Deletes the file of a COE if it still has a revision. Returns whether it did. */
  readonly remove: (id: string, revision: string) => Promise<Result<boolean, AppError>>;
  /** Writes the bytes back that a COE had, if it still has a revision. Returns whether it did. */
  readonly putBack: (id: string, revision: string, bytes: Uint8Array) => Promise<Result<boolean, AppError>>;
  /** Keeps a picture or file; see `AttachmentStore`. `isNew` is false if the library had it. */
  readonly addAttachment: (
    bytes: Uint8Array,
    fileName: string,
  ) => Promise<Result<{ name: string; isNew: boolean }, AppError>>;
  /** Whether the library has the whole content of an attachment. */
  readonly hasAttachment: (name: string) => Promise<boolean>;
  /** Deletes those of some attachments that nothing in the library uses. Returns how many it deleted. */
  readonly removeUnusedAttachments: (names: readonly string[]) => Promise<Result<number, AppError>>;
  readonly hasPattern: (id: string) => Promise<boolean>;
  /** Adds a pattern. Fails with `exists-already` if there is a file for its id. Returns its revision. */
  readonly addPattern: (pattern: Pattern) => Promise<Result<{ revision: string }, AppError>>;
  /** Deletes those of some patterns that are unchanged and that nothing in the library uses; returns how many. */
  readonly removeUnusedPatterns: (
    patterns: readonly { readonly id: string; readonly revision: string }[],
  ) => Promise<Result<number, AppError>>;
  /** Announces the ids that changed, so that lists can follow. */
  readonly announce: (ids: readonly string[]) => void;
};

/** An open library. A missing folder opens too: its status is `missing` until it returns. */
export type Library = {
  readonly folder: string;
  /** Encrypts and decrypts its files and names; used by backups. */
  readonly cipher: FileCipher;
  readonly state: () => LibraryState;
  /** Every summary that matches the filter, newest first, for charts and actions. */
  readonly summaries: (filter?: CoeFilter) => CoeSummary[];
  /** All summaries that matter to the links of a COE, its own among them, in no order. */
  readonly linkedSummaries: (coeId: string) => CoeSummary[];
  /** The revision of each COE's file, by id. */
  readonly revisions: () => ReadonlyMap<string, string>;
  readonly list: (request: CoeListRequest) => Promise<CoeListPage>;
  readonly facets: () => Promise<Facets>;
  readonly themes: ReadThemes;
  readonly findTitles: (text: string, limit: number) => Answers['coes:find-titles'];
  /** A search with mistyped words replaced by words of the library; null if that finds nothing. */
  readonly correctSearch: (text: string) => Promise<Answers['coes:correct-search']>;
  /** The COEs most similar to one being written. */
  readonly findSimilar: (coe: Coe) => Promise<SimilarCoe[]>;
  /** The rules of advice that sentences are judged to be about. */
  readonly judgeSentences: JudgeSentences;
  /**
   * The likely pairs of the next COEs, from a position on; see `createPairFinder`. `batch` is null for the whole library.
   */
  readonly findPairs: (batch: string | null, from: number) => Promise<PairsStep>;
  /** Writes into the later COE of a pair what the person said about it. */
  readonly answerPair: (
    later: string,
    earlier: string,
    answer: PairAnswer,
  ) => Promise<Result<{ revision: string }, AppError>>;
  readonly open: (id: string) => Promise<Result<OpenedCoe, AppError>>;
  /** Creates a COE, with a new id unless one is given. Fails with `exists-already` when there is one with that id. */
  readonly create: (request: NewCoe, id?: string) => Promise<Result<OpenedCoe, AppError>>;
  /**
   * Saves if the file still has the revision `base`, or does not exist for `none`; sets updatedAt. Saves of one COE run
   * one at a time. Fails with `changed-outside` and the current version otherwise.
   */
  readonly save: (coe: Coe, base: string) => Promise<Result<Answers['coe:save'], AppError>>;
  /** The own questions, conditions and presets of this library. */
  readonly readQuestions: () => Promise<Result<OwnQuestionsState, AppError>>;
  /** Saves own questions that come from `base`; merges them with the file if it has changed since. */
  readonly changeQuestions: (
    base: OwnQuestions,
    questions: OwnQuestions,
  ) => Promise<Result<OwnQuestionsState, AppError>>;
  /** The patterns of this library; see `PatternStore`. */
  readonly patterns: Pick<PatternStore, 'readPatterns' | 'knownPatterns' | 'changePattern' | 'removePattern'>;
  /** The patterns in the order in which the question offers them for a COE. */
  readonly rankPatterns: (coe: Coe) => Promise<RankedPattern[]>;
  /** Adds a pattern to a COE and takes another away from it; null for neither. */
  readonly markPattern: (
    coeId: string,
    add: string | null,
    remove: string | null,
  ) => Promise<Result<{ revision: string }, AppError>>;
  /** Keeps, reads and finds pictures and files; see `AttachmentStore`. */
  readonly attachments: AttachmentStore;
  readonly imports: ImportStore;
  /** What was shared, and the threads about it; see `ShareFileStore`. */
  readonly shares: ShareFileStore;
  /** Changes an action on the day of the person. */
  readonly changeAction: (
    change: ActionChange,
    today: CalendarDate,
  ) => Promise<Result<Answers['actions:change'], AppError>>;
  /** Adds the answer to a check whether a fix held, and sets the status that follows from it. */
  readonly answerCheck: (
    answer: Omit<CheckedRequestOf<'actions:answer-check'>, 'library'>,
  ) => Promise<Result<Answers['actions:answer-check'], AppError>>;
  readonly undoCheckAnswer: (
    answer: Omit<CheckedRequestOf<'actions:undo-check'>, 'library'>,
  ) => Promise<Result<Answers['actions:undo-check'], AppError>>;
  /** Sets the date on which the writer wants to return to a COE; null clears it. */
  readonly setRevisitDate: (id: string, on: CalendarDate | null) => Promise<Result<{ revision: string }, AppError>>;
  /** Sets whether an imported COE still waits to be made a COE of. Fails with `not-found` for one not imported. */
  readonly setAnalysed: (id: string, analysed: boolean) => Promise<Result<{ revision: string }, AppError>>;
  /** What is due on a day, in an IANA zone: everything, or what belongs to the person with these names. */
  readonly today: (day: CalendarDate, zone: string, names?: OwnNames) => Today;
  /** Unsaved words. */
  readonly journal: Journal;
  /** What was typed in forms about its COEs, but not stored or sent. */
  readonly unsent: UnsentWordsStore;
  /** The kept versions of a COE, newest first. */
  readonly listVersions: (id: string) => Promise<Result<Version[], AppError>>;
  readonly readVersion: (id: string, versionId: string) => Promise<Result<Coe, AppError>>;
  /** Restores a version; the one it replaces is kept as a version too. */
  readonly restoreVersion: (id: string, versionId: string) => Promise<Result<{ revision: string }, AppError>>;
  readonly spaceOfVersions: () => Promise<{ count: number; bytes: number }>;
  readonly delete: (id: string) => Promise<Result<Answers['coe:delete'], AppError>>;
  readonly listTrash: () => Promise<Result<TrashedCoe[], AppError>>;
  readonly restore: (trashId: string) => Promise<Result<Answers['trash:restore'], AppError>>;
  /**
   * Deletes COEs in the trash with their versions and unsaved text, which cannot be undone. Ids that are not there are
   * skipped. Stops at the first error.
   */
  readonly deletePermanently: (trashIds: readonly string[]) => Promise<Result<null, AppError>>;
  /** Reads another version of a COE from a file that is listed as a copy. */
  readonly readCopy: (fileName: string) => Promise<Result<CopyOfCoe, AppError>>;
  /** Quarantines a merged copy if it still has the revision that was read. Nothing is deleted. */
  readonly quarantineCopy: (fileName: string, revision: string) => Promise<Result<null, AppError>>;
  /** Renames a copy to the name of its COE, whose own file is gone. */
  readonly restoreCopy: (fileName: string) => Promise<Result<{ coeId: string }, AppError>>;
  readonly problems: () => Problem[];
  /** Reads a problem file as text, as far as possible. */
  readonly readProblem: (fileName: string) => Promise<Result<Answers['problems:read-text'], AppError>>;
  /** Moves a problem file to the quarantine, unchanged. */
  readonly quarantineProblem: (fileName: string) => Promise<Result<Answers['problems:set-aside'], AppError>>;
  readonly undoQuarantine: (aside: string) => Promise<Result<null, AppError>>;
  /** Quarantines a problem file and restores the newest version of its COE. */
  readonly restoreProblem: (fileName: string) => Promise<Result<Answers['problems:restore-version'], AppError>>;
  /** Accepts the COEs that were rolled back to an earlier version as they are. */
  readonly acceptRollbacks: () => LibraryState;
  /** The path of a listed problem file, to show it in the file manager; null for any other name. */
  readonly problemPath: (fileName: string) => string | null;
  /** Runs work while no other work of this library changes the COE, or the file, of that name. */
  readonly runExclusive: <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;
  /** Scans the folder and applies changes from outside. Called when the window gets the focus. */
  readonly reconcile: () => Promise<void>;
  /**
   * Scans because a person asked: accepts the folder as it is, even if most files are gone, unless it is unreadable.
   */
  readonly retry: () => Promise<LibraryState>;
  /** Begins again in the folder of a missing library, if that is there and empty. */
  readonly useEmptyFolder: () => Promise<Result<LibraryState, AppError>>;
  /** Resolves when every file has been read once and the index is complete. */
  readonly whenComplete: () => Promise<void>;
  /** Waits for running saves, writes the caches and stops. Call nothing else afterwards. */
  readonly close: () => Promise<void>;
};
