import { z } from 'zod';

import { isAttachmentName } from '#domain/attachments/attachment-name.ts';
import type { AgendaPart, DueDate } from '#domain/coaching/agenda.ts';
import { type Agreement, agreementSchema } from '#domain/coaching/agreement.ts';
import type { CoachThemes } from '#domain/coaching/coach-themes.ts';
import { type CoachingEvent, eventSchema, MAX_EVENT_TEXT, signingKeySchema } from '#domain/coaching/event.ts';
import type { FittingQuestion } from '#domain/coaching/question-bank.ts';
import type { UnsentItem } from '#domain/coaching/unsent-file.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { PAPERS } from '#domain/export/paper.ts';
import type { CopyBody } from '#domain/sharing/share-file.ts';
import { type CalendarDate, calendarDateSchema } from '#domain/time/calendar-date.ts';
import { dateStyleSchema } from '#domain/time/date-style.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { fileNameSchema } from './ids.ts';
import type { ReplyImport } from './threads.ts';
import { unsentAboutSchema, type UnsentEvent, unsentEventSchema } from './unsent.ts';
import { MIN_PASSPHRASE_LENGTH } from './vault.ts';

/** Names a person who shared something: the 64 hex digits of the signing key. */
const personIdSchema = z.string().regex(/^[0-9a-f]{64}$/);
/** Names a share: 128 random bits in hex. */
const shareIdSchema = z.string().regex(/^[0-9a-f]{32}$/);
const aShare = { person: personIdSchema, share: shareIdSchema };

/** A person in the list. `lastOn` is the day of the last copy or withdrawal; null for one who shared nothing yet. */
export type PersonInList = { id: string; name: string; lastOn: CalendarDate | null };

/** The people, and the ids of those whose files cannot be read. */
export type PeopleList = { people: PersonInList[]; unreadable: string[] };

/** What a person shared, in the list: the title and day of the last copy. `withdrawnOn`: its copies were removed. */
export type ShareInList = {
  share: string;
  title: string;
  seq: number;
  on: CalendarDate;
  /** Whether a copy before the last one is here, so that something may have changed. */
  hasEarlier: boolean;
  withdrawnOn: CalendarDate | null;
  /** The writer would like the copy to be deleted by this day; null for no wish. */
  deleteAfter: CalendarDate | null;
};

/** A question that waits for an answer or a proposed action, and the share that it is in. */
export type OpenQuestionInList = {
  share: string;
  title: string;
  text: string;
  of: 'coach' | 'writer';
  isProposal: boolean;
};

/** Everything about one person. Shares are newest first. `words` are the groups of letters of the person's card. */
export type PersonPage = {
  id: string;
  name: string;
  words: string[];
  shares: ShareInList[];
  open: OpenQuestionInList[];
  agreements: Agreement[];
  nextTalk: CalendarDate | null;
  due: DueDate[];
};

/** A copy to read. `previous` is the copy before it; null for the first. `events` are those of both. */
export type SharedCopy = {
  person: { id: string; name: string };
  share: string;
  seq: number;
  /** The number of every copy that is here, oldest first, and its day. */
  copies: { seq: number; on: CalendarDate }[];
  coe: Coe;
  previous: Coe | null;
  about: Pick<CopyBody, 'audience' | 'on' | 'left' | 'asks' | 'notForRatings' | 'deleteAfter' | 'attachments'>;
  /** Whether the status of the COE went along. */
  hasStatus: boolean;
  events: CoachingEvent[];
  /** The signing key of the writer, and one's own. */
  writer: string;
  coach: string;
  fitting: FittingQuestion[];
  /** Whether events were added since the last reply was saved. */
  isReplyDue: boolean;
};

/**
 * What opening a shared file did. A copy is not new when it was there already, or is older than another. `isStranger`:
 * neither a card nor a copy of the sender was opened before, so `words`, the groups of letters of the sender's card, are worth comparing.
 * `copies` counts the copies that a withdrawal removed.
 */
export type OpenedFile =
  | { is: 'copy'; person: string; share: string; name: string; isNew: boolean; isStranger: boolean; words: string[] }
  | { is: 'card'; name: string; words: string[]; isNew: boolean }
  | { is: 'withdrawal'; person: string; name: string; copies: number }
  | { is: 'own' }
  | { is: 'reply'; reply: ReplyImport };

/** What the coach adds to a thread. The rest of the event is made by main. */
const newEventSchema = z.strictObject({
  kind: z.enum(['question', 'more', 'comment', 'proposal', 'answer', 'withdraw']),
  place: eventSchema.shape.place,
  quote: eventSchema.shape.quote,
  replyTo: eventSchema.shape.replyTo,
  text: z.string().trim().max(MAX_EVENT_TEXT),
  action: eventSchema.shape.action,
});
export type NewEvent = z.infer<typeof newEventSchema>;

/** The longest note about a copy. */
export const MAX_NOTE = 100_000;

/**
 * The channels of People, the coach's side of sharing. They do not touch the library, but are refused while it is
 * locked, so that locking hides what others shared too.
 */
export const PEOPLE_CHANNELS = {
  'people:list': { request: z.strictObject({}), answer: typeOf<PeopleList>() },
  'people:read': { request: z.strictObject({ person: personIdSchema }), answer: typeOf<PersonPage>() },
  /** The copy `seq` of a share; null for the last one. */
  'people:read-copy': {
    request: z.strictObject({ ...aShare, seq: z.number().int().min(1).nullable() }),
    answer: typeOf<SharedCopy>(),
  },
  /** Asks for a shared file and stores what is in it. Fails with `cancelled`, or with `share-refused`. */
  'people:open-file': { request: z.strictObject({}), answer: typeOf<OpenedFile>() },
  /** Opens the reply that answered `confirm` again, and accepts replies of the person with this signing key. */
  'people:confirm-reply': { request: z.strictObject({ key: signingKeySchema }), answer: typeOf<OpenedFile>() },
  /** Adds an event to the thread. Withdrawing one that was in no reply yet removes it, or at least its words. */
  'people:add-event': {
    request: z.strictObject({ ...aShare, event: newEventSchema }),
    answer: typeOf<CoachingEvent>(),
  },
  /** Saves a file with all of one's own events. Answers with its name. Fails with `cancelled`. */
  'people:save-reply': { request: z.strictObject(aShare), answer: typeOf<{ fileName: string }>() },
  /**
   * Saves a file that came with a copy where the person chooses. Fails with `cancelled`, or with `attachment-missing` if
   * the copy has none of this name.
   */
  'people:save-attachment': {
    request: z.strictObject({
      ...aShare,
      seq: z.number().int().min(1),
      name: z.string().refine(isAttachmentName),
      fileName: fileNameSchema,
    }),
    answer: typeOf<{ fileName: string }>(),
  },
  'people:save-plan': {
    request: z.strictObject({
      person: personIdSchema,
      agreements: z.array(agreementSchema).max(1_000),
      nextTalk: calendarDateSchema.nullable(),
    }),
    answer: typeOf<null>(),
  },
  /** The agenda of a talk about the last copy of a share. */
  'people:agenda': {
    request: z.strictObject({ ...aShare, dates: dateStyleSchema }),
    answer: typeOf<{ title: string; parts: AgendaPart[] }>(),
  },
  /** Prints the agenda, or saves it as a PDF. Fails with `cancelled`. */
  'people:print-agenda': {
    request: z.strictObject({
      ...aShare,
      to: z.enum(['printer', 'pdf']),
      paper: z.enum(PAPERS),
      dates: dateStyleSchema,
    }),
    answer: typeOf<null>(),
  },
  'people:themes': { request: z.strictObject({}), answer: typeOf<CoachThemes>() },
  /**
   * Saves one's keys, the cards and everything that people shared as one file, encrypted with a passphrase. Fails with
   * `cancelled`.
   */
  'people:save-backup': {
    request: z.strictObject({ passphrase: z.string().min(MIN_PASSPHRASE_LENGTH).max(1000) }),
    answer: typeOf<{ fileName: string }>(),
  },
  /**
   * Asks for such a file and restores what is not here. `files` counts what was restored. Fails with `cancelled`, and with
   * `sharing` when this computer has other keys.
   */
  'people:restore-backup': {
    request: z.strictObject({ passphrase: z.string().min(1).max(1000) }),
    answer: typeOf<{ files: number }>(),
  },
  /** Deletes the copies and the thread of a share, and one's notes and unsent words about it. */
  'people:delete-share': { request: z.strictObject(aShare), answer: typeOf<null>() },
  'people:delete-person': { request: z.strictObject({ person: personIdSchema }), answer: typeOf<null>() },
  /** One's notes about a share, in Markdown; empty when there are none. */
  'people:read-notes': { request: z.strictObject(aShare), answer: typeOf<{ text: string }>() },
  'people:save-notes': {
    request: z.strictObject({ ...aShare, text: z.string().max(MAX_NOTE) }),
    answer: typeOf<null>(),
  },
  /** What was typed about the copies of a share but not added. */
  'people:read-unsent': { request: z.strictObject(aShare), answer: typeOf<UnsentItem<UnsentEvent>[]>() },
  /** Stores it, or with null removes it, once it is added or given up. Fails with `not-found` if there is no copy. */
  'people:save-unsent': {
    request: z.strictObject({ ...aShare, about: unsentAboutSchema, event: unsentEventSchema.nullable() }),
    answer: typeOf<null>(),
  },
} as const satisfies Contracts;
