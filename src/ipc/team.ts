import { z } from 'zod';

import { coeIdSchema } from '#domain/ids.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { COMMENT_KINDS, commentPlaceSchema, MAX_COMMENT_TEXT, type TeamComment } from '#domain/team/team-comment.ts';
import { type TeamQuestion, teamEventIdSchema } from '#domain/team/team-question.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { inLibrary, libraryHandleSchema } from './ids.ts';

/**
 * What went wrong with a team library, in sentences for a person: what happened, what to do, and a command to type.
 * `details` is the line that git, ssh or the server gave as the reason, and `reference` finds it in the log; null for
 * none.
 */
export type TeamProblem = {
  readonly kind: string;
  readonly what: string;
  readonly todo: string;
  readonly command: string | null;
  readonly details: string | null;
  readonly reference: string | null;
};

/**
 * - `shared`: everything is with the team.
 * - `not-yet-shared`: changes wait to be sent; `offline`: the server cannot be reached.
 * - `waiting-for-approval`: the changes are on a branch of one's own, because the main branch is protected.
 * - `read-only`: this person may read the library, and changes stay on this computer.
 * - `needs-you`: nothing goes on before a person does something; `problem` says what.
 */
export type TeamStatus = 'shared' | 'not-yet-shared' | 'offline' | 'waiting-for-approval' | 'read-only' | 'needs-you';

/**
 * The open library and its team; `none` for a library that is not a team's. `opening` before the library is
 * open, if it was a team's at the end of the last time and one's own day was shown then.
 */
export type TeamState =
  | { readonly is: 'none' | 'opening' }
  | {
      readonly is: 'team';
      /** The name of the team library. */
      readonly name: string;
      /** The address, without anything secret; the path of the shared folder if there is no server. */
      readonly remote: string;
      readonly isSharedFolder: boolean;
      /** The name that others see. */
      readonly me: string;
      readonly status: TeamStatus;
      readonly isSyncing: boolean;
      /** How many COEs and other files have changes that are not with the team yet. */
      readonly unshared: number;
      /** How many questions are open, over all COEs. */
      readonly questions: number;
      /** The ids of COEs with open questions, and how many. */
      readonly questionsByCoe: Readonly<Record<string, number>>;
      /** Since when the server cannot be reached, as an instant; null if it can. */
      readonly offlineSince: string | null;
      /** When everything was last exchanged; null if never. */
      readonly lastExchange: string | null;
      readonly problem: TeamProblem | null;
      /** Files in the repository that are not Once's, or cannot be read; they are left alone. */
      readonly strangeFiles: readonly string[];
    };

/** What *Try it* found. `bytes` is what a first fetch transfers, about; null if the server does not say. */
export type TeamTrial =
  | {
      readonly is: 'reachable';
      /** The name of the team library; null for an empty repository. */
      readonly name: string | null;
      readonly canWrite: boolean;
      readonly coes: number;
      readonly bytes: number | null;
    }
  | { readonly is: 'unknown-host'; readonly host: string; readonly fingerprint: string }
  | { readonly is: 'refused'; readonly problem: TeamProblem };

/** How far a try, a connection or an exchange is. `percent`, `done`, `total` and `bytes` are of the step. */
export type TeamProgress = {
  readonly step: 'connecting' | 'counting' | 'compressing' | 'receiving' | 'resolving' | 'sending' | 'checking';
  readonly percent: number | null;
  /** Objects: a file, a folder or a step of the history each. */
  readonly done: number | null;
  readonly total: number | null;
  readonly bytes: number | null;
};

/** What goes along when the open library becomes a team library: a copy of these, without versions and trash. */
export type TeamCopyPreview = {
  readonly titles: readonly string[];
  readonly coes: number;
  readonly patterns: number;
  readonly attachments: number;
  /** How many of the COEs are of a personal kind. */
  readonly personal: number;
};

/** One step in the team's history of a COE. `by` is who it says it is from. */
export type TeamStep = {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  /** What changed, in words. */
  readonly changes: readonly string[];
};

/** Who a wording says it is from, and whether that is this computer. */
export type QuestionWriter = { readonly name: string; readonly isYou: boolean };

/** An open question, and who wrote its two wordings; null where the history does not tell. */
export type AskedQuestion = TeamQuestion & {
  readonly firstBy: QuestionWriter | null;
  readonly secondBy: QuestionWriter | null;
};

/** Where a team meets: the address of a repository, or a shared folder that the person chose. */
const meetingPlace = z.union([z.string().min(1).max(2000), z.strictObject({ sharedFolder: libraryHandleSchema })]);
const address = z.string().min(1).max(2000);
const stepId = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const inCoe = { ...inLibrary, coeId: coeIdSchema };

/** The channels of team libraries. */
export const TEAM_CHANNELS = {
  'team:state': { request: z.strictObject({}), answer: typeOf<TeamState>(), whileLocked: true },
  /** Asks the server, or looks into the folder, whether it works. The first request of the app that uses a network. */
  'team:try': { request: z.strictObject({ address: meetingPlace }), answer: typeOf<TeamTrial>() },
  /** Trusts the key of a server from now on, after the person compared its fingerprint. */
  'team:trust-host': {
    request: z.strictObject({ address, fingerprint: z.string().max(200) }),
    answer: typeOf<TeamTrial>(),
  },
  /**
   * Lets the person's credential helper ask for a name and a password, in a window or browser of its own. Null when the
   * server lets them in then.
   */
  'team:sign-in': { request: z.strictObject({ address }), answer: typeOf<TeamProblem | null>() },
  /** Ends a try, a connection or a sign-in that is running. */
  'team:cancel': { request: z.strictObject({}), answer: typeOf<null>() },
  /** Removes what a try fetched: nobody is going to connect to it now. */
  'team:end-try': { request: z.strictObject({}), answer: typeOf<null>() },
  /** Copies the open team library into a folder beside it, as a private library that nobody shares. */
  'team:keep-copy': {
    request: z.strictObject(inLibrary),
    answer: typeOf<{ readonly handle: string; readonly path: string }>(),
  },
  /** Opens a copy that was just made. */
  'team:open-copy': { request: z.strictObject({ copy: libraryHandleSchema }), answer: typeOf<null>() },
  /** The key that the server of the open team library shows now, to compare it again. */
  'team:host-key': {
    request: z.strictObject(inLibrary),
    answer: typeOf<{ readonly host: string; readonly fingerprint: string }>(),
  },
  /** Trusts that key from now on instead of an earlier one, if it still is the one that was shown, and exchanges. */
  'team:accept-host': {
    request: z.strictObject({ ...inLibrary, fingerprint: z.string().max(200) }),
    answer: typeOf<TeamState>(),
  },
  'team:preview-copy': { request: z.strictObject({}), answer: typeOf<TeamCopyPreview>() },
  /** Asks where the team library lies on this computer; an empty folder. Fails with `cancelled`, `folder-not-empty`. */
  'team:choose-folder': {
    request: z.strictObject({}),
    answer: typeOf<{ handle: string; path: string }>(),
  },
  /** Asks for a folder that the team shares. Fails with `cancelled`. */
  'team:choose-shared-folder': {
    request: z.strictObject({}),
    answer: typeOf<{ handle: string; path: string }>(),
  },
  /**
   * Connects: makes the library in the chosen folder, exchanges everything, and opens it. `start` is what an empty
   * repository begins with: nothing, or a copy of the open library.
   */
  'team:connect': {
    request: z.strictObject({
      address: meetingPlace,
      me: z.string().trim().min(1).max(100),
      teamName: z.string().trim().max(200),
      start: z.enum(['nothing', 'copy-of-open-library']),
      folder: libraryHandleSchema,
    }),
    answer: typeOf<TeamState>(),
  },
  /** Stops exchanging. Everything stays on this computer and with the team. */
  'team:disconnect': { request: z.strictObject(inLibrary), answer: typeOf<TeamState>() },
  /** Whether this computer still holds, unencrypted, what a library exchanged before it was encrypted. */
  'team:plain-history': { request: z.strictObject({}), answer: typeOf<boolean>() },
  /** Deletes that. Comments and answers that were not shared yet are in nothing else. */
  'team:delete-plain-history': { request: z.strictObject(inLibrary), answer: typeOf<null>() },
  /** Commits what changed, because a COE was left; it is exchanged a little later. */
  'team:commit': { request: z.strictObject({}), answer: typeOf<null>() },
  /** Exchanges now. */
  'team:sync': { request: z.strictObject(inLibrary), answer: typeOf<TeamState>() },
  /** The open questions about a COE; for null, those about patterns and own questions. */
  'team:questions': { request: z.strictObject({ coeId: coeIdSchema.nullable() }), answer: typeOf<AskedQuestion[]>() },
  /**
   * Settles a question: the COE gets the first or the second wording, or stays as it is (`stands`). For a deleted COE,
   * the side that is null deletes it, and the other keeps it.
   */
  'team:settle': {
    request: z.strictObject({
      ...inLibrary,
      coeId: coeIdSchema.nullable(),
      question: teamEventIdSchema,
      choice: z.enum(['first', 'second', 'stands']),
    }),
    answer: typeOf<null>(),
  },
  /** Every event of the comments on a COE, in any order. */
  'team:comments': { request: z.strictObject({ coeId: coeIdSchema }), answer: typeOf<TeamComment[]>() },
  'team:add-comment': {
    request: z.strictObject({
      ...inCoe,
      kind: z.enum(COMMENT_KINDS),
      place: commentPlaceSchema,
      replyTo: teamEventIdSchema.nullable(),
      text: z.string().max(MAX_COMMENT_TEXT),
    }),
    answer: typeOf<TeamComment>(),
  },
  /** The team's steps in the history of a COE, newest first, at most 200. */
  'team:history': { request: z.strictObject({ coeId: coeIdSchema }), answer: typeOf<TeamStep[]>() },
  /** The COE as it was after a step. */
  'team:read-step': { request: z.strictObject({ coeId: coeIdSchema, step: stepId }), answer: typeOf<Coe>() },
  /** The team libraries on this computer that a COE of the open library can be published to. */
  'team:libraries': {
    request: z.strictObject({}),
    answer: typeOf<{ handle: string; name: string }[]>(),
  },
} as const satisfies Contracts;
