import { z } from 'zod';

import { SECTION_IDS } from '../coe/vocabulary.ts';
import { calendarDateSchema } from '../time/calendar-date.ts';

/**
 * What one of the two people can do in the thread of a shared COE. `more` asks for more of what is there; `proposal`
 * proposes an action; only the writer of the COE resolves, reopens, accepts and declines; only the author of an event
 * withdraws it. Ids are in files that people exchange, so never renamed.
 */
export const EVENT_KINDS = [
  'question',
  'more',
  'comment',
  'proposal',
  'answer',
  'resolve',
  'reopen',
  'accept',
  'decline',
  'withdraw',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** The longest text of an event, in UTF-16 code units. */
export const MAX_EVENT_TEXT = 4_000;

/** 128 random bits in hex. A ULID would tell the millisecond in which it was made. */
const eventIdSchema = z.string().regex(/^[0-9a-f]{32}$/, 'is not the id of an event');

/** An Ed25519 public key: 32 bytes in hex. */
export const signingKeySchema = z.string().regex(/^ed25519:[0-9a-f]{64}$/, 'is not an Ed25519 key');

/**
 * The part of the shared COE that an event is about. `header` stands for what is above the sections. `row` is the id of
 * the row as it is in the copy; `field` is the key in the section, in the row or in the header, such as `prose`.
 */
const placeSchema = z.looseObject({
  section: z.enum([...SECTION_IDS, 'header']),
  row: z.string().max(64).nullable().default(null),
  field: z.string().max(64).nullable().default(null),
});
export type EventPlace = z.infer<typeof placeSchema>;

/**
 * A passage of the field, after W3C's TextQuoteSelector and TextPositionSelector, and the number `seq` of the copy in
 * which it was quoted. `start` and `end` count UTF-16 code units in the field as that copy has it; `prefix` and
 * `suffix` are up to 32 of them before and after.
 */
const quoteSchema = z.looseObject({
  seq: z.number().int().min(1),
  exact: z.string().min(1).max(MAX_EVENT_TEXT),
  prefix: z.string().max(32),
  suffix: z.string().max(32),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});
export type Quote = z.infer<typeof quoteSchema>;

/** An action that the coach proposes. Dates are calendar dates. */
const proposedActionSchema = z.looseObject({
  text: z.string().min(1).max(MAX_EVENT_TEXT),
  doneWhen: z.string().max(MAX_EVENT_TEXT).default(''),
  due: calendarDateSchema.nullable().default(null),
  checkDate: calendarDateSchema.nullable().default(null),
});
export type ProposedAction = z.infer<typeof proposedActionSchema>;

/**
 * One event of a thread; never changed once it was sent. `n` counts the events of one author, from 1, so that no clock
 * decides an order; `by` is the author's signing key and `at` a day. `replyTo` is the event that this one answers,
 * resolves, accepts or withdraws; null for one that begins a thread. A kind that this version does not know is kept, and
 * so are unknown keys: without them, the same event would differ from itself once the app is updated.
 */
export const eventSchema = z.looseObject({
  id: eventIdSchema,
  n: z.number().int().min(1).max(1_000_000),
  by: signingKeySchema,
  at: calendarDateSchema,
  kind: z.enum(EVENT_KINDS).or(z.string().regex(/^[a-z-]{1,32}$/)),
  place: placeSchema,
  quote: quoteSchema.nullable().default(null),
  replyTo: eventIdSchema.nullable().default(null),
  text: z.string().max(MAX_EVENT_TEXT).default(''),
  action: proposedActionSchema.nullable().default(null),
});
export type CoachingEvent = z.infer<typeof eventSchema>;
