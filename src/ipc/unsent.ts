import { z } from 'zod';

import { signingKeySchema } from '#domain/coaching/event.ts';
import { MAX_UNSENT_ABOUT, type UnsentItem } from '#domain/coaching/unsent-file.ts';
import { AUDIENCE_IDS } from '#domain/coe/audience.ts';
import { coeIdSchema } from '#domain/ids.ts';
import { COPY_TIMES_IDS } from '#domain/sharing/copy-times.ts';
import { calendarDateSchema } from '#domain/time/calendar-date.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { inLibrary } from './ids.ts';

/** Longer than what can be sent, because names that were put back may be longer than their pseudonyms. */
const textSchema = z.string().max(20_000);
const dateSchema = calendarDateSchema.nullable();

/** An action as far as it was typed. */
const typedActionSchema = z.object({ text: textSchema, doneWhen: textSchema, due: dateSchema, checkDate: dateSchema });

/** Decisions about names as far as they were made: a pseudonym may still be empty. */
const typedNamesSchema = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(200),
      as: z.enum(['keep', 'pseudonym', 'leave-out']),
      pseudonym: z.string().max(100).nullable(),
    }),
  )
  .max(2_000);

/** The name of a form that words were typed in. Opaque to main. */
export const unsentAboutSchema = z.string().min(1).max(MAX_UNSENT_ABOUT);

/** What a coach typed about a part of a copy but did not add: in the copy `seq`, about the words `quoted`, which may be none. */
export const unsentEventSchema = z.strictObject({
  kind: z.enum(['question', 'more', 'comment', 'proposal', 'answer']),
  text: textSchema,
  action: typedActionSchema,
  span: z.strictObject({ start: z.int().min(0), end: z.int().min(0) }).nullable(),
  seq: z.int().min(1),
  quoted: textSchema,
});
export type UnsentEvent = z.infer<typeof unsentEventSchema>;

/**
 * An answer or a comment that was typed but not stored: the form it is in, the proposed action as it was changed so far,
 * and the row that a new comment is about.
 */
const unsentAnswerSchema = z.strictObject({
  is: z.literal('answer'),
  form: z.enum(['answer', 'decline', 'change']),
  text: textSchema,
  action: typedActionSchema.optional(),
  row: z.string().max(64).nullable().optional(),
});
export type UnsentAnswer = z.infer<typeof unsentAnswerSchema>;

/**
 * What was chosen for a copy that was not saved. `to` is the key of the reader, null for anyone who has the file, and
 * absent as long as nobody was chosen. `decided` is about the names, for the reader with that key; null before the names
 * were looked for.
 */
const unfinishedShareSchema = z.strictObject({
  is: z.literal('share'),
  wishes: z.strictObject({
    to: signingKeySchema.nullable().optional(),
    audience: z.enum(AUDIENCE_IDS),
    times: z.enum(COPY_TIMES_IDS),
    asks: textSchema,
    notForRatings: z.boolean(),
    deleteAfter: dateSchema,
  }),
  /** Whether a person chose the reader. One that the dialog offered is not kept as a choice. */
  isReaderChosen: z.boolean(),
  decided: z.strictObject({ to: signingKeySchema.nullable(), names: typedNamesSchema }).nullable(),
});
export type UnfinishedShare = z.infer<typeof unfinishedShareSchema>;

/** What was chosen for a COE that was not published; `names` is null before they were looked for. */
const unfinishedPublicationSchema = z.strictObject({
  is: z.literal('publication'),
  times: z.enum(COPY_TIMES_IDS),
  names: typedNamesSchema.nullable(),
});
export type UnfinishedPublication = z.infer<typeof unfinishedPublicationSchema>;

/** What the writer of a COE typed or chose about it, but did not store or send. */
export const unsentWordsSchema = z.discriminatedUnion('is', [
  unsentAnswerSchema,
  unfinishedShareSchema,
  unfinishedPublicationSchema,
]);
export type UnsentWords = z.infer<typeof unsentWordsSchema>;

const aCoe = { ...inLibrary, coeId: coeIdSchema };

/** The channels of what was typed or chosen about a COE but not sent. It belongs to the library that is named. */
export const UNSENT_CHANNELS = {
  'journal:read-unsent': { request: z.strictObject(aCoe), answer: typeOf<UnsentItem<UnsentWords>[]>() },
  /** Stores it, or with null removes it, once it is sent or given up. */
  'journal:save-unsent': {
    request: z.strictObject({ ...aCoe, about: unsentAboutSchema, words: unsentWordsSchema.nullable() }),
    answer: typeOf<null>(),
  },
} as const satisfies Contracts;
