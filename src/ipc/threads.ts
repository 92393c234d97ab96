import { z } from 'zod';

import { type CoachingEvent, eventSchema, MAX_EVENT_TEXT } from '#domain/coaching/event.ts';
import { coeIdSchema } from '#domain/ids.ts';
import type { NameDecision } from '#domain/sharing/name-replacer.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { inLibrary } from './ids.ts';

/** Why a reply was refused as a whole, or an answer. Nothing was written. */
export const REPLY_REFUSALS = [
  'not-a-reply',
  'for-another',
  'unknown-share',
  'withdrawn',
  'of-another',
  'event-changed',
  'event-of-another',
  'too-many-events',
  'own-key-changed',
] as const;
export type ReplyRefusal = (typeof REPLY_REFUSALS)[number];

/**
 * What importing a reply did. `confirm`: nothing yet, because it is the first reply to a copy that anyone could read,
 * and the writer must say whether it is by the right person. `added` are ids of events, `known` a count.
 */
export type ReplyImport =
  | { readonly is: 'confirm'; readonly coeId: string; readonly from: { readonly name: string; readonly key: string } }
  | {
      readonly is: 'imported';
      readonly coeId: string;
      readonly from: { readonly name: string; readonly key: string };
      readonly added: readonly string[];
      readonly known: number;
    };

/** The threads about a COE with one reader, and what is needed to place them in its text. */
export type SharedThreads = {
  readonly share: string;
  /** The name of the reader; empty as long as nobody has answered a copy for anyone. */
  readonly reader: string;
  readonly isWithdrawn: boolean;
  /** The signing key of the COE's writer. */
  readonly writer: string;
  readonly events: readonly CoachingEvent[];
  /** The ids of rows in the COE by their ids in the copies. */
  readonly rowIds: Readonly<Record<string, string>>;
  /** The quoted fields as their copy has them, by the id of the event that quotes. */
  readonly sentTexts: Readonly<Record<string, string>>;
  /** The first words of rows by their ids in the copies. */
  readonly sentRows: Readonly<Record<string, string>>;
  readonly names: readonly NameDecision[];
  /** What replies brought since it was put away last: ids of events, and how many others of the reader were known. */
  readonly news: { readonly added: readonly string[]; readonly known: number } | null;
};

const aShare = { ...inLibrary, coeId: coeIdSchema, share: z.string().regex(/^[0-9a-f]{32}$/) };

/** What the writer can add to a thread. */
export const WRITER_KINDS = ['answer', 'question', 'resolve', 'reopen', 'accept', 'decline', 'withdraw'] as const;
export type WriterKind = (typeof WRITER_KINDS)[number];

/** The channels of the threads about a shared COE, on the writer's side. */
export const THREAD_CHANNELS = {
  /** The threads about a COE, one entry for each share of it. */
  'sharing:threads': { request: z.strictObject({ coeId: coeIdSchema }), answer: typeOf<SharedThreads[]>() },
  /**
   * Adds an event of the writer in reply to another, for the next copy, in which its names are replaced. Answers with
   * the event.
   */
  'sharing:add-event': {
    request: z.strictObject({
      ...aShare,
      kind: z.enum(WRITER_KINDS),
      replyTo: eventSchema.shape.id,
      text: z.string().max(MAX_EVENT_TEXT),
      action: eventSchema.shape.action,
    }),
    answer: typeOf<CoachingEvent>(),
  },
  /** Marks what the last reply brought as seen. */
  'sharing:put-news-away': { request: z.strictObject(aShare), answer: typeOf<null>() },
} as const satisfies Contracts;
