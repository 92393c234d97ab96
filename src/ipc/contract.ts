import { z } from 'zod';

import { coeFilterSchema } from '#domain/catalogue/coe-filter.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { DEPTH_IDS, KIND_IDS } from '#domain/coe/vocabulary.ts';
import { exportChoiceSchema } from '#domain/export/export-choice.ts';
import { PAPERS } from '#domain/export/paper.ts';
import { coeIdSchema } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import type { PackedThemes } from '#domain/themes/packed-themes.ts';
import { dateStyleSchema } from '#domain/time/date-style.ts';
import { momentSchema } from '#domain/time/moment.ts';

import type { AppError } from './app-error.ts';
import { actionChangeSchema, type ActionListPage, actionListRequestSchema, type ActionMark } from './action-list.ts';
import { ATTACHMENT_CHANNELS } from './attachments.ts';
import { BACKUP_CHANNELS, type BackupsState } from './backups.ts';
import { CAPTURE_CHANNELS } from './capture.ts';
import { CHECK_CHANNELS } from './checks.ts';
import { COPY_CHANNELS } from './copies.ts';
import { type CoeListPage, coeListRequestSchema, type Facets } from './coe-list.ts';
import { type ChannelContract, type TypeIn, typeOf } from './channel-contract.ts';
import type { Channel, EventName } from './channels.ts';
import type { CommandId } from './commands.ts';
import { DICTIONARY_CHANNELS } from './dictionaries.ts';
import { IMPORT_CHANNELS, type PickedImport } from './imports.ts';
import { EXPORT_CHANNELS } from './exports.ts';
import { JOURNAL_CHANNELS } from './journal.ts';
import { LINK_CHANNELS } from './links.ts';
import { baseSchema, inLibrary, libraryHandleSchema, trashIdSchema } from './ids.ts';
import type { LibraryState, RecentLibrary, SyncService, TrashedCoe } from './library-state.ts';
import { PATTERN_CHANNELS } from './patterns.ts';
import { type OpenedFile, PEOPLE_CHANNELS } from './people.ts';
import { QUESTION_CHANNELS } from './questions.ts';
import { SHARING_CHANNELS } from './sharing.ts';
import { SIMILAR_CHANNELS } from './similar.ts';
import { ADVICE_CHANNELS } from './advice.ts';
import { PUBLISHING_CHANNELS } from './publishing.ts';
import { TEAM_CHANNELS, type TeamProgress, type TeamState } from './team.ts';
import { THREAD_CHANNELS } from './threads.ts';
import { UNSENT_CHANNELS } from './unsent.ts';
import { VERSION_CHANNELS } from './versions.ts';
import { PROBLEM_CHANNELS } from './problems.ts';

import { TODAY_CHANNELS } from './today.ts';
import { viewStateSchema, VAULT_CHANNELS } from './vault.ts';
import { type Settings, settingsChangeSchema } from './settings.ts';

const nothing = z.strictObject({});
const byId = z.strictObject({ id: coeIdSchema });

/** A title that becomes part of a file name, never a path. */
const fileTitle = z.string().min(1).max(200);

/** The contract of every channel: its request, its answer, and whether it works while the library is locked. */
export const CONTRACT = {
  'library:state': { request: nothing, answer: typeOf<LibraryState>(), whileLocked: true },
  'library:choose': { request: nothing, answer: typeOf<LibraryState>(), whileLocked: true },
  'library:recents': { request: nothing, answer: typeOf<RecentLibrary[]>(), whileLocked: true },
  'library:open-recent': {
    request: z.strictObject({ handle: libraryHandleSchema }),
    answer: typeOf<LibraryState>(),
    whileLocked: true,
  },
  'library:open-examples': { request: nothing, answer: typeOf<LibraryState>(), whileLocked: true },
  'library:use-empty-folder': {
    request: z.strictObject(inLibrary),
    answer: typeOf<LibraryState>(),
  },
  'library:retry': { request: nothing, answer: typeOf<LibraryState>(), whileLocked: true },
  /** Accepts the rollbacks: the COEs that another program set back to an earlier state are correct. */
  'library:accept-rollback': { request: z.strictObject(inLibrary), answer: typeOf<LibraryState>() },
  /**
   * Asks the other process that has the library open to save and become read-only. `library:changed` says when this one
   * may write.
   */
  'library:take-over': { request: nothing, answer: typeOf<null>() },
  /** The service that synchronises the library's folder; null when there is no sign of one. */
  'library:sync-service': { request: nothing, answer: typeOf<SyncService | null>(), whileLocked: true },
  'library:reveal': { request: nothing, answer: typeOf<null>(), whileLocked: true },
  'coes:list': { request: coeListRequestSchema, answer: typeOf<CoeListPage>() },
  'coes:facets': { request: nothing, answer: typeOf<Facets>() },
  'coes:find-titles': {
    request: z.strictObject({ text: z.string().max(1000), limit: z.number().int().min(1).max(100) }),
    answer: typeOf<Pick<Coe, 'id' | 'title' | 'kind' | 'happened' | 'updatedAt'>[]>(),
  },
  /** The titles of COEs by id; ids that are not in the library are left out. */
  'coes:titles': {
    request: z.strictObject({ ids: z.array(coeIdSchema).max(200) }),
    answer: typeOf<{ id: string; title: string }[]>(),
  },
  /**
   * A search with mistyped words corrected, and what it finds without a filter; null if there is none that finds any.
   */
  'coes:correct-search': {
    request: z.strictObject({ text: z.string().max(1000) }),
    answer: typeOf<{ text: string; total: number } | null>(),
  },
  'coe:open': { request: byId, answer: typeOf<OpenedInLibrary>() },
  'coe:create': {
    request: z.strictObject({
      ...inLibrary,
      kind: z.enum(KIND_IDS),
      title: z.string().max(2000),
      happened: momentSchema,
      depth: z.enum(DEPTH_IDS).optional(),
      author: z.string().max(200).optional(),
    }),
    answer: typeOf<OpenedInLibrary>(),
  },
  'coe:save': {
    request: z.strictObject({ ...inLibrary, coe: coeSchema, base: baseSchema }),
    answer: typeOf<{ revision: string; savedAt: string }>(),
  },
  'coe:save-copy': { request: z.strictObject({ coe: coeSchema }), answer: typeOf<{ fileName: string }>() },
  /** Opens the system's print dialog. Fails with `cancelled` if the person closes it, or with `print-failed`. */
  'coe:print': {
    request: z.strictObject({
      coe: coeSchema,
      choice: exportChoiceSchema,
      dates: dateStyleSchema,
      paper: z.enum(PAPERS),
    }),
    answer: typeOf<null>(),
  },
  'coe:delete': { request: byId.extend(inLibrary), answer: typeOf<{ trashId: string }>() },
  'trash:list': { request: nothing, answer: typeOf<TrashedCoe[]>() },
  'trash:delete': {
    request: z.strictObject({ ...inLibrary, trashIds: z.array(trashIdSchema).min(1).max(1000) }),
    answer: typeOf<null>(),
  },
  'trash:restore': {
    request: z.strictObject({ ...inLibrary, trashId: trashIdSchema }),
    answer: typeOf<{ coeId: string }>(),
  },
  ...PROBLEM_CHANNELS,
  'themes:read': { request: z.strictObject({ filter: coeFilterSchema }), answer: typeOf<PackedThemes>() },
  'actions:list': { request: actionListRequestSchema, answer: typeOf<ActionListPage>() },
  /** `after.checkDate` is the day on which the app asks whether the fix worked. `before` and `after` undo the change. */
  'actions:change': {
    request: actionChangeSchema.extend(inLibrary),
    answer: typeOf<{ revision: string; before: ActionMark; after: ActionMark }>(),
  },
  ...CHECK_CHANNELS,
  ...LINK_CHANNELS,
  ...TODAY_CHANNELS,
  ...JOURNAL_CHANNELS,
  ...UNSENT_CHANNELS,
  ...QUESTION_CHANNELS,
  ...PATTERN_CHANNELS,
  ...PEOPLE_CHANNELS,
  ...ATTACHMENT_CHANNELS,
  ...SIMILAR_CHANNELS,
  ...ADVICE_CHANNELS,
  ...TEAM_CHANNELS,
  ...PUBLISHING_CHANNELS,
  ...THREAD_CHANNELS,
  ...VERSION_CHANNELS,
  ...COPY_CHANNELS,
  ...EXPORT_CHANNELS,
  ...BACKUP_CHANNELS,
  ...IMPORT_CHANNELS,
  ...SHARING_CHANNELS,
  ...VAULT_CHANNELS,
  ...DICTIONARY_CHANNELS,
  ...CAPTURE_CHANNELS,
  'settings:read': { request: nothing, answer: typeOf<Settings>(), whileLocked: true },
  'settings:change': { request: settingsChangeSchema, answer: typeOf<Settings>(), whileLocked: true },
  /** Returns the words that no chosen language contains. */
  'spelling:check': {
    request: z.strictObject({ words: z.array(z.string().max(200)).max(500) }),
    answer: typeOf<string[]>(),
  },
  /** Shows the spelling menu of a misspelled word at the pointer. */
  'spelling:menu': {
    request: z.strictObject({ word: z.string().min(1).max(100) }),
    answer: typeOf<{ replace: string } | { known: true } | null>(),
  },
  'link:open': {
    request: z.strictObject({ url: z.string().max(8000) }),
    answer: typeOf<{ opened: boolean }>(),
    whileLocked: true,
  },
  'chart:save': {
    request: z.discriminatedUnion('format', [
      z.strictObject({ format: z.literal('svg'), title: fileTitle, text: z.string().max(5_000_000) }),
      z.strictObject({ format: z.literal('csv'), title: fileTitle, text: z.string().max(5_000_000) }),
      z.strictObject({ format: z.literal('png'), title: fileTitle, base64: z.base64().max(20_000_000) }),
    ]),
    answer: typeOf<{ fileName: string }>(),
  },
  'app:info': { request: nothing, answer: typeOf<AppInfo>(), whileLocked: true },
  /** The file that the build writes with the licences of everything in the app that others made. */
  'app:licences': { request: nothing, answer: typeOf<{ text: string }>(), whileLocked: true },
  /** What the person may send to whoever helps them. It is copied as it was last shown. */
  'app:diagnostics': { request: nothing, answer: typeOf<{ text: string }>(), whileLocked: true },
  'app:copy-diagnostics': { request: nothing, answer: typeOf<null>(), whileLocked: true },
  /** `unsaved` counts COEs, `kept` those of them that are in the journal, and `unsent` forms that could not be stored. */
  'app:flushed': {
    request: z.strictObject({
      requestId: z.number().int(),
      unsaved: z.number().int().min(0),
      kept: z.number().int().min(0),
      unsent: z.number().int().min(0),
      viewState: viewStateSchema.optional(),
    }),
    answer: typeOf<null>(),
    whileLocked: true,
  },
  /** Sent once the first screen with something to read is drawn. Main waits for it before it uses the processor. */
  'app:shown': { request: nothing, answer: typeOf<null>(), whileLocked: true },
  'app:run-native': {
    request: z.strictObject({ role: z.enum(['undo', 'redo', 'toggle-full-screen']) }),
    answer: typeOf<null>(),
    whileLocked: true,
  },
} as const satisfies Record<Channel, ChannelContract>;

/** A COE as it is on disk. A save must name `revision` as its base. */
export type OpenedCoe = { coe: Coe; revision: string; readOnly: boolean };

/** An opened COE for the page. A save must also name `library`, the handle of the library it was read from. */
export type OpenedInLibrary = OpenedCoe & { library: string };

/** Facts about the app and this computer. `libraryFolder` and `settingsFolder` are folders, for display. */
export type AppInfo = {
  version: string;
  /** The date of the version, `YYYY-MM-DD`; null where it was not packaged. */
  versionDate: string | null;
  /** The page of the project, where newer versions are; null if the package names none. */
  homepage: string | null;
  electron: string;
  chromium: string;
  platform: 'darwin' | 'win32' | 'linux';
  /** The computer's locale for dates and times, such as `en-US`. */
  locale: string;
  libraryFolder: string;
  settingsFolder: string;
  /** The name that a broken settings file was quarantined under; null when the file was fine. */
  settingsQuarantinedAs: string | null;
};

/** The successful result of each channel. Every channel fails with an AppError. */
export type Answers = { [Name in Channel]: TypeIn<(typeof CONTRACT)[Name]['answer']> };

/** The request type of a channel as the page sends it, before defaults are filled in. */
export type RequestOf<Name extends Channel> = z.input<(typeof CONTRACT)[Name]['request']>;

/** The request type of a channel as its handler receives it, after validation. */
export type CheckedRequestOf<Name extends Channel> = z.output<(typeof CONTRACT)[Name]['request']>;

/** The payload of each event. */
export type EventPayloads = {
  'library:changed': LibraryState;
  /**
   * The COEs that changed, by the app or another program. `many` means any number, and asks the page to reload its
   * lists.
   */
  'coes:changed': { ids: string[] | 'many' };
  /** The file of a COE differs from what the app last read or wrote. `revision` is null when the file is gone. */
  'coe:changed-outside': { id: string; revision: string | null };
  /** The person opened the file of a COE of the open library outside the app. */
  'coe:show': { id: string };
  /** Another program changed the own questions of the library. */
  'questions:changed': Record<string, never>;
  /** Another program changed a pattern, or the app did. */
  'patterns:changed': Record<string, never>;
  /** A reply was imported, or the writer answered one. */
  'sharing:threads-changed': { coeId: string };
  'team:changed': TeamState;
  /** How far a try, a connection or an exchange is. */
  'team:progress': TeamProgress;
  /** Comments on these COEs came or changed. */
  'team:comments-changed': { coeIds: readonly string[] };
  /** Something that people shared was stored, changed or removed. */
  'people:changed': Record<string, never>;
  /** The person dropped a shared file on the window and confirmed that it is to be opened; what that did. */
  'people:opened': { result: Result<OpenedFile, AppError> };
  'backups:changed': BackupsState;
  /** The person dropped files on the window and confirmed that they are to be imported. */
  'import:dropped': PickedImport;
  /** How many files of a dry run or an import are done. `handle` is that of `import:choose`. */
  'import:progress': { handle: string; done: number; total: number };
  'settings:changed': Settings;
  /** How many COEs of the running export are done. */
  'exports:progress': { done: number; total: number };
  /** The person chose “Paste as plain text” in a menu; the text that is on the clipboard. */
  'text:paste-plain': { text: string };
  command: { id: CommandId };
  /** Asks the page to save pending changes and to answer on `app:flushed`. */
  'app:flush': { requestId: number };
};

export type { EventName };
