import { z } from 'zod';

import { isAttachmentName } from '../attachments/attachment-name.ts';
import { eventSchema, signingKeySchema } from '../coaching/event.ts';
import { KIND_IDS, SECTION_IDS } from '../coe/vocabulary.ts';
import { MAX_PATTERN_WORDS } from '../patterns/pattern.ts';
import { calendarDateSchema } from '../time/calendar-date.ts';
import { COPY_TIMES_IDS } from './copy-times.ts';
import { AUDIENCE_IDS } from '../coe/audience.ts';

/** The value of `format`, the first key of a share file. */
export const SHARE_FORMAT = 'once-share';
/** The value of `format` of a card. */
export const CARD_FORMAT = 'once-card';

/** The version that this app writes. A newer one is refused. */
export const SHARE_VERSION = 1;

/** The largest share file that is read, in bytes. */
export const MAX_SHARE_BYTES = 5_000_000;
/** How deep the values of a share file may be nested. */
export const MAX_SHARE_DEPTH = 64;
/** How many rows and events a share file may have in all. */
export const MAX_SHARE_ROWS = 20_000;

const name = z.string().trim().min(1).max(200);
/** A recipient of age: X25519. Its checksum is verified where it is used. */
const recipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, 'is not an age recipient');
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 hash in hex');
const signatureSchema = z.string().regex(/^[0-9a-f]{128}$/, 'is not an Ed25519 signature');

/** Who somebody is to others: a name, the key that verifies their files, and the key that files for them are encrypted to. */
export const personSchema = z.object({ name, key: signingKeySchema, recipient: recipientSchema });
export type Person = z.infer<typeof personSchema>;

/** A card, which two people exchange once. `sig` is over the canonical JSON of all other keys. */
export const cardSchema = z.object({
  format: z.literal(CARD_FORMAT),
  version: z.number().int().min(1),
  ...personSchema.shape,
  sig: signatureSchema,
});
export type Card = z.infer<typeof cardSchema>;

/**
 * What is not in a copy: the sections left out as a whole, and how many rows, fields and attachments were left out and
 * people replaced or left out.
 */
const leftOutSchema = z.object({
  sections: z.array(z.enum(SECTION_IDS)).default([]),
  rows: z.number().int().min(0).default(0),
  fields: z.number().int().min(0).default(0),
  names: z.number().int().min(0).default(0),
  attachments: z.number().int().min(0).default(0),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

/**
 * The body of a copy. `coe` has only what goes along: `title`, `sections` and so on, with the keys of a COE; the ids of
 * its rows are keyed hashes. `times` says how precise its times are. `patterns` are those of the COE that go along, by
 * their words; `attachments` the pictures and files that its texts refer to, named like attachments of a library.
 * `asks` is what the writer would like from the reader, `on` the day on which the copy was made. `deleteAfter` is a
 * request. `thread` has the events of both, oldest first.
 */
export const copyBodySchema = z.object({
  audience: z.enum(AUDIENCE_IDS),
  coeKind: z.enum(KIND_IDS),
  on: calendarDateSchema,
  times: z.enum(COPY_TIMES_IDS).default('day'),
  coe: z.record(z.string(), z.unknown()),
  patterns: z.array(z.object({ id: z.string().max(64), words: z.string().max(MAX_PATTERN_WORDS) })).default([]),
  attachments: z
    .array(
      z.object({ name: z.string().refine(isAttachmentName, 'is not the name of an attachment'), base64: z.base64() }),
    )
    .default([]),
  left: leftOutSchema.prefault({}),
  asks: z.string().max(4_000).default(''),
  notForRatings: z.boolean().default(true),
  deleteAfter: calendarDateSchema.nullable().default(null),
  thread: z.array(eventSchema).default([]),
});
export type CopyBody = z.infer<typeof copyBodySchema>;

/** The body of a reply: the number of the last copy that the coach opened, and all events of the coach so far. */
export const replyBodySchema = z.object({ seen: z.number().int().min(1), thread: z.array(eventSchema) });

/** The body of a withdrawal, which asks the other app to remove all copies. */
export const withdrawalBodySchema = z.object({ on: calendarDateSchema });

const envelope = {
  format: z.literal(SHARE_FORMAT),
  version: z.number().int().min(1),
  /** 128 random bits in hex, the same in every file about one COE for one reader. */
  share: z.string().regex(/^[0-9a-f]{32}$/, 'is not the id of a share'),
  /** Counts the copies of a share from 1; a reply has its own count. */
  seq: z.number().int().min(1).max(1_000_000),
  /** The hash of the file before this one by the same author; null for the first. */
  previous: hashSchema.nullable(),
  from: personSchema,
  /** The signing key of the addressee; null when anyone who has the file may read it. */
  to: signingKeySchema.nullable(),
  /** SHA-256 of the canonical JSON (RFC 8785) of `body`. */
  hash: hashSchema,
  /** Ed25519 over the canonical JSON of all other keys but `body`. */
  sig: signatureSchema,
};

/** A share file, decrypted: a copy for a reader, a reply to the writer, or a withdrawal. */
export const shareFileSchema = z.discriminatedUnion('kind', [
  z.object({ ...envelope, kind: z.literal('copy'), body: copyBodySchema }),
  z.object({ ...envelope, kind: z.literal('reply'), body: replyBodySchema }),
  z.object({ ...envelope, kind: z.literal('withdrawal'), body: withdrawalBodySchema }),
]);
export type ShareFile = z.infer<typeof shareFileSchema>;
/** A share file of one kind. */
export type ShareFileOf<Kind extends ShareFile['kind']> = Extract<ShareFile, { kind: Kind }>;
