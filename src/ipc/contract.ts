import { z } from 'zod';

import { coeFilterSchema } from '#domain/catalogue/coe-filter.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { DEPTH_IDS, KIND_IDS } from '#domain/coe/vocabulary.ts';
import { coeIdSchema } from '#domain/ids.ts';
import type { ThemesData } from '#domain/themes/themes-data.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import { momentSchema } from '#domain/time/moment.ts';

import { actionChangeSchema, type ActionListPage, actionListRequestSchema } from './action-list.ts';
import { BACKUP_REQUESTS, type BackupAnswers, type BackupsState } from './backups.ts';
import { CHECK_REQUESTS, type CheckAnswers } from './checks.ts';
import { COPY_REQUESTS, type CopyAnswers } from './copies.ts';
import { type CoeListPage, coeListRequestSchema, type Facets } from './coe-list.ts';
import type { Channel, EventName } from './channels.ts';
import type { CommandId } from './commands.ts';
import { JOURNAL_REQUESTS, type JournalAnswers } from './journal.ts';
import { LINK_REQUESTS, type LinkAnswers } from './links.ts';
import { baseSchema, libraryHandleSchema, trashIdSchema } from './ids.ts';
import type { LibraryState, Problem, RecentLibrary, TrashedCoe } from './library-state.ts';
import { SIMILAR_REQUESTS, type SimilarAnswers } from './similar.ts';
import { VERSION_REQUESTS, type VersionAnswers } from './versions.ts';
import { PROBLEM_REQUESTS, type ProblemText } from './problems.ts';

import { TODAY_REQUESTS, type TodayAnswers } from './today.ts';
import { VAULT_REQUESTS, type VaultAnswers } from './vault.ts';
import { type Settings, settingsChangeSchema } from './settings.ts';

const nothing = z.strictObject({});
const byId = z.strictObject({ id: coeIdSchema });

/** A title that becomes part of a file name, never a path. */
const fileTitle = z.string().min(1).max(200);

/** The request schema of each channel. Main validates every request against it before a handler sees it. */
export const REQUESTS = {
  'library:state': nothing,
  'library:choose': nothing,
  'library:recents': nothing,
  'library:open-recent': z.strictObject({ handle: libraryHandleSchema }),
  'library:open-examples': nothing,
  'library:retry': nothing,
  /** Accepts the rollbacks: the COEs that another program set back to an earlier state are correct. */
  'library:accept-rollback': nothing,
  'library:reveal': nothing,
  'coes:list': coeListRequestSchema,
  'coes:facets': nothing,
  'coes:find-titles': z.strictObject({ text: z.string().max(1000), limit: z.number().int().min(1).max(100) }),
  'coe:open': byId,
  'coe:create': z.strictObject({
    kind: z.enum(KIND_IDS),
    title: z.string().max(2000),
    happened: momentSchema,
    depth: z.enum(DEPTH_IDS).optional(),
    author: z.string().max(200).optional(),
  }),
  'coe:save': z.strictObject({ library: libraryHandleSchema, coe: coeSchema, base: baseSchema }),
  'coe:save-copy': z.strictObject({ coe: coeSchema }),
  'coe:delete': byId,
  'trash:list': nothing,
  'trash:restore': z.strictObject({ trashId: trashIdSchema }),
  ...PROBLEM_REQUESTS,
  'themes:read': z.strictObject({ filter: coeFilterSchema }),
  'actions:list': actionListRequestSchema,
  'actions:change': actionChangeSchema,
  ...CHECK_REQUESTS,
  ...LINK_REQUESTS,
  ...TODAY_REQUESTS,
  ...JOURNAL_REQUESTS,
  ...SIMILAR_REQUESTS,
  ...VERSION_REQUESTS,
  ...COPY_REQUESTS,
  ...BACKUP_REQUESTS,
  ...VAULT_REQUESTS,
  'settings:read': nothing,
  'settings:change': settingsChangeSchema,
  /** Returns the words that no chosen language contains. */
  'spelling:check': z.strictObject({ words: z.array(z.string().max(200)).max(500) }),
  /** Shows the spelling menu of a misspelled word at the pointer. */
  'spelling:menu': z.strictObject({ word: z.string().min(1).max(100) }),
  'link:open': z.strictObject({ url: z.string().max(8000) }),
  'chart:save': z.discriminatedUnion('format', [
    z.strictObject({ format: z.literal('svg'), title: fileTitle, text: z.string().max(5_000_000) }),
    z.strictObject({ format: z.literal('csv'), title: fileTitle, text: z.string().max(5_000_000) }),
    z.strictObject({ format: z.literal('png'), title: fileTitle, base64: z.base64().max(20_000_000) }),
  ]),
  'app:info': nothing,
  'app:flushed': z.strictObject({
    requestId: z.number().int(),
    unsaved: z.number().int().min(0),
    kept: z.number().int().min(0),
  }),
  'app:run-native': z.strictObject({ role: z.enum(['undo', 'redo', 'toggle-full-screen']) }),
} as const satisfies Record<Channel, z.ZodType>;

/** A COE as it is on disk. A save must name `revision` as its base. */
export type OpenedCoe = { coe: Coe; revision: string; readOnly: boolean };

/** An opened COE for the page. A save must also name `library`, the handle of the library it was read from. */
export type OpenedInLibrary = OpenedCoe & { library: string };

/** Facts about the app and this computer. `libraryPlace` and `settingsPlace` are folders, for display. */
export type AppInfo = {
  version: string;
  electron: string;
  chromium: string;
  platform: 'darwin' | 'win32' | 'linux';
  /** The computer's IANA time zone. */
  zone: string;
  libraryPlace: string;
  settingsPlace: string;
  /** The name that a broken settings file was quarantined under; null when the file was fine. */
  settingsSetAside: string | null;
};

/** The successful result of each channel. Every channel fails with an AppError. */
export type Answers = JournalAnswers &
  BackupAnswers &
  CheckAnswers &
  LinkAnswers &
  TodayAnswers &
  SimilarAnswers &
  VersionAnswers &
  CopyAnswers &
  VaultAnswers & {
    'library:state': LibraryState;
    'library:choose': LibraryState;
    'library:recents': RecentLibrary[];
    'library:open-recent': LibraryState;
    'library:open-examples': LibraryState;
    'library:retry': LibraryState;
    'library:accept-rollback': LibraryState;
    'library:reveal': null;
    'coes:list': CoeListPage;
    'coes:facets': Facets;
    'coes:find-titles': { id: string; title: string; kind: Coe['kind']; happened: Coe['happened'] }[];
    'coe:open': OpenedInLibrary;
    'coe:create': OpenedInLibrary;
    'coe:save': { revision: string; savedAt: string };
    'coe:save-copy': { fileName: string };
    'coe:delete': { trashId: string };
    'trash:list': TrashedCoe[];
    'trash:restore': { coeId: string };
    'problems:list': Problem[];
    'problems:reveal': null;
    'problems:read-text': ProblemText;
    'problems:set-aside': { aside: string };
    'problems:undo-set-aside': null;
    'problems:restore-version': { coeId: string; at: string };
    'themes:read': ThemesData;
    'actions:list': ActionListPage;
    /** `checkDate` is the day on which the app asks whether the fix worked; null for none. */
    'actions:change': { revision: string; checkDate: CalendarDate | null };
    'settings:read': Settings;
    'settings:change': Settings;
    'spelling:check': string[];
    'spelling:menu': { replace: string } | { known: true } | null;
    'link:open': { opened: boolean };
    'chart:save': { fileName: string };
    'app:info': AppInfo;
    'app:flushed': null;
    'app:run-native': null;
  };

/** The request type of a channel as the page sends it, before defaults are filled in. */
export type RequestOf<Name extends Channel> = z.input<(typeof REQUESTS)[Name]>;

/** The request type of a channel as its handler receives it, after validation. */
export type CheckedRequestOf<Name extends Channel> = z.output<(typeof REQUESTS)[Name]>;

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
  'backups:changed': BackupsState;
  'settings:changed': Settings;
  command: { id: CommandId };
  /** Asks the page to save pending changes and to answer on `app:flushed`. */
  'app:flush': { requestId: number };
};

export type { EventName };
