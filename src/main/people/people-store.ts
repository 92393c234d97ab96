import { z } from 'zod';

import { agreementSchema } from '#domain/coaching/agreement.ts';
import { eventSchema } from '#domain/coaching/event.ts';
import { isUnsentName } from '#domain/coaching/unsent-storage.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { personSchema, type ShareFileOf, shareFileSchema } from '#domain/sharing/share-file.ts';
import { calendarDateSchema } from '#domain/time/calendar-date.ts';
import type { AppError } from '#ipc/app-error.ts';

import { type EncryptedFiles, UNREADABLE } from './encrypted-files.ts';

/** What is stored about a person besides copies. `lastOn` is the day of the last copy or withdrawal; null for none. */
const personRecordSchema = z.object({
  person: personSchema,
  lastOn: calendarDateSchema.nullable(),
  agreements: z.array(agreementSchema),
  nextTalk: calendarDateSchema.nullable(),
});
export type PersonRecord = z.infer<typeof personRecordSchema>;

/**
 * The thread of a share. `sent` is the last reply that was saved: its number, the hash of its body, and how many events
 * were in it. `lastNumber` is the highest number of an event of one's own, deleted ones included.
 */
const threadRecordSchema = z.object({
  events: z.array(eventSchema),
  withdrawnOn: calendarDateSchema.nullable(),
  sent: z.object({ seq: z.number().int(), hash: z.string(), events: z.number().int() }).nullable(),
  lastNumber: z.number().int(),
});
export type ThreadRecord = z.infer<typeof threadRecordSchema>;

/** The thread of a share that has none yet. */
export const NO_THREAD: ThreadRecord = { events: [], withdrawnOn: null, sent: null, lastNumber: 0 };

/** A copy of a COE as its writer shared it, decrypted. */
export type CopyFile = ShareFileOf<'copy'>;

/** Names a share: the id of its person, and its own. */
export type ShareKey = { readonly person: string; readonly share: string };

/** The copies and threads that people shared, one folder for a person and in it one for a share. */
export type PeopleStore = {
  /** The ids of all people. */
  readonly people: () => Promise<Result<string[], AppError>>;
  readonly shares: (person: string) => Promise<Result<string[], AppError>>;
  /** Null for somebody who is not there. */
  readonly readPerson: (person: string) => Promise<Result<PersonRecord | null, AppError>>;
  readonly writePerson: (person: string, record: PersonRecord) => Promise<Result<null, AppError>>;
  /** The numbers of the copies that are here, lowest first. */
  readonly copies: (key: ShareKey) => Promise<Result<number[], AppError>>;
  /** Null for a copy that is not there. */
  readonly readCopy: (key: ShareKey, seq: number) => Promise<Result<CopyFile | null, AppError>>;
  readonly writeCopy: (key: ShareKey, file: CopyFile) => Promise<Result<null, AppError>>;
  readonly removeCopy: (key: ShareKey, seq: number) => Promise<Result<null, AppError>>;
  /** `NO_THREAD` when there is none. */
  readonly readThread: (key: ShareKey) => Promise<Result<ThreadRecord, AppError>>;
  readonly writeThread: (key: ShareKey, thread: ThreadRecord) => Promise<Result<null, AppError>>;
  /** Deletes what the coach typed about the copies but did not add, also what could not be read. */
  readonly removeUnsent: (key: ShareKey) => Promise<Result<null, AppError>>;
  /** Makes sure that what is there of a share and its person survives a power cut. */
  readonly flush: (key: ShareKey) => Promise<Result<null, AppError>>;
  /** Deletes everything in the folder of a share, and the folder. */
  readonly removeShare: (key: ShareKey) => Promise<Result<null, AppError>>;
  readonly removePerson: (person: string) => Promise<Result<null, AppError>>;
};

const PERSON_ID = /^[0-9a-f]{64}$/;
const SHARE_ID = /^[0-9a-f]{32}$/;
const COPY_NAME = /^copy-([1-9]\d{0,6})$/;

/** The id of a person: the hex digits of the signing key. */
export const personIdOf = (key: string): string => key.replace(/^ed25519:/, '');

/** The folder of a share, below the folder of people. */
export const folderOf = ({ person, share }: ShareKey): string => `${person}/${share}`;

/** The name of the file of what the coach typed about the copies of a share but did not add. */
export const UNSENT_NAME = 'unsent';

/** Opens the store on the folder of people. */
export function openPeopleStore(files: EncryptedFiles): PeopleStore {
  const named = async (folder: string, name: RegExp): Promise<Result<string[], AppError>> => {
    const names = await files.list(folder);
    return names.ok ? ok(names.value.filter((each) => name.test(each)).toSorted()) : names;
  };
  return {
    people: () => named('.', PERSON_ID),
    shares: (person) => named(person, SHARE_ID),
    readPerson: async (person) => parsed(await files.read(`${person}/person`), personRecordSchema),
    writePerson: (person, record) => files.write(`${person}/person`, JSON.stringify(record)),
    copies: async (key) => {
      const names = await named(folderOf(key), COPY_NAME);
      if (!names.ok) return names;
      return ok(names.value.map((name) => Number(COPY_NAME.exec(name)?.[1])).toSorted((one, other) => one - other));
    },
    readCopy: async (key, seq) => {
      const file = parsed(await files.read(`${folderOf(key)}/copy-${seq}`), shareFileSchema);
      if (!file.ok || file.value === null) return file as Result<null, AppError>;
      return file.value.kind === 'copy' ? ok(file.value) : fail(UNREADABLE);
    },
    writeCopy: (key, file) => files.write(`${folderOf(key)}/copy-${file.seq}`, JSON.stringify(file)),
    removeCopy: (key, seq) => files.remove(`${folderOf(key)}/copy-${seq}`),
    readThread: async (key) => {
      const thread = parsed(await files.read(`${folderOf(key)}/thread`), threadRecordSchema);
      return thread.ok ? ok(thread.value ?? NO_THREAD) : thread;
    },
    writeThread: (key, thread) => files.write(`${folderOf(key)}/thread`, JSON.stringify(thread)),
    removeUnsent: async (key) => {
      const names = await files.list(folderOf(key));
      if (!names.ok) return names;
      const unsent = names.value.filter((name) => isUnsentName(name, UNSENT_NAME));
      const removed = await Promise.all(unsent.map((name) => files.remove(`${folderOf(key)}/${name}`)));
      return removed.find((each) => !each.ok) ?? ok(null);
    },
    flush: async (key) => {
      const flushed = await files.flush(folderOf(key));
      return flushed.ok ? files.flush(key.person) : flushed;
    },
    removeShare: (key) => files.remove(folderOf(key)),
    removePerson: (person) => files.remove(person),
  };
}

/** The value in a file; null when there is no file. */
function parsed<Value>(
  read: Result<string | null, AppError>,
  schema: z.ZodType<Value>,
): Result<Value | null, AppError> {
  if (!read.ok || read.value === null) return read as Result<null, AppError>;
  try {
    const value = schema.safeParse(JSON.parse(read.value));
    return value.success ? ok(value.data) : fail(UNREADABLE);
  } catch {
    return fail(UNREADABLE);
  }
}
