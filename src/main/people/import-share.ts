import { uniteEvents } from '#domain/coaching/threads.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { ShareFault } from '#domain/sharing/share-fault.ts';
import type { Person, ShareFileOf } from '#domain/sharing/share-file.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { AppError } from '#ipc/app-error.ts';

import { type CopyFile, type PeopleStore, personIdOf, type ShareKey } from './people-store.ts';

/** What importing a copy did. `isNew`: no copy with this number or a higher one was there. */
export type ImportedCopy = ShareKey & { readonly isNew: boolean };

/**
 * Stores a verified copy. The same copy again changes nothing, and an older one that comes late is stored below the
 * newer one. Refuses a copy of a share that was withdrawn or belongs to somebody else, one with the number of another,
 * and one with a changed event. `own` is one's own signing key: an event of one's own that is not known is not taken
 * over, because only the file says that it is.
 */
export async function importCopy(
  store: PeopleStore,
  file: CopyFile,
  own: string,
): Promise<Result<ImportedCopy, AppError>> {
  const key: ShareKey = { person: personIdOf(file.from.key), share: file.share };
  const isElsewhere = await isShareOfAnother(store, key);
  if (!isElsewhere.ok) return isElsewhere;
  if (isElsewhere.value) return fail(refused('wrong-sender'));
  const thread = await store.readThread(key);
  if (!thread.ok) return thread;
  if (thread.value.withdrawnOn !== null) return fail(refused('withdrawn'));
  const there = await store.copies(key);
  if (!there.ok) return there;
  const fault = await doubtOf(store, key, file);
  if (!fault.ok) return fault;
  if (fault.value !== null) return fail(refused(fault.value));

  const known = new Set(thread.value.events.map(({ id }) => id));
  const incoming = file.body.thread.filter(({ id, by }) => by !== own || known.has(id));
  const united = uniteEvents(thread.value.events, incoming, file.from.key);
  if (!united.ok) return fail(refused(united.error.kind === 'too-many-events' ? 'too-large' : 'changed-event'));
  const highest = Math.max(0, ...file.body.thread.filter(({ by }) => by === own).map(({ n }) => n));
  const written = await inOrder([
    () => (there.value.includes(file.seq) ? Promise.resolve(ok(null)) : store.writeCopy(key, file)),
    () =>
      united.value.added.length === 0 && highest <= thread.value.lastNumber
        ? Promise.resolve(ok(null))
        : store.writeThread(key, {
            ...thread.value,
            events: [...united.value.events],
            lastNumber: Math.max(thread.value.lastNumber, highest),
          }),
    () => touchPerson(store, file.from, file.body.on),
    () => store.flush(key),
  ]);
  return written.ok ? ok({ ...key, isNew: there.value.every((seq) => seq < file.seq) }) : written;
}

/** Why a copy contradicts those that are here; null when it does not. */
async function doubtOf(
  store: PeopleStore,
  key: ShareKey,
  file: CopyFile,
): Promise<Result<ShareFault | null, AppError>> {
  const [before, same, after] = await Promise.all(
    [file.seq - 1, file.seq, file.seq + 1].map((seq) => store.readCopy(key, seq)),
  );
  if (before?.ok === false) return before;
  if (same?.ok === false) return same;
  if (after?.ok === false) return after;
  const at = (read: typeof same): CopyFile | null => (read?.ok === true ? read.value : null);
  const [earlier, equal, later] = [at(before), at(same), at(after)];
  const contradicts =
    (equal !== null && equal.hash !== file.hash) ||
    (earlier !== null && earlier.hash !== file.previous) ||
    (later !== null && later.previous !== file.hash);
  return ok(contradicts ? 'conflicting-copy' : null);
}

async function isShareOfAnother(store: PeopleStore, key: ShareKey): Promise<Result<boolean, AppError>> {
  const people = await store.people();
  if (!people.ok) return people;
  const shares = await Promise.all(people.value.filter((each) => each !== key.person).map(store.shares));
  const failed = shares.find((each) => !each.ok);
  if (failed !== undefined && !failed.ok) return failed;
  return ok(shares.some((each) => each.ok && each.value.includes(key.share)));
}

/**
 * Removes the copies, the thread and unsent words of a share at the request of its writer, and remembers the day, so that an old copy
 * does not bring it back. One's own notes stay. Answers with the number of copies that were removed.
 */
export async function importWithdrawal(
  store: PeopleStore,
  file: ShareFileOf<'withdrawal'>,
): Promise<Result<ShareKey & { readonly copies: number }, AppError>> {
  const key: ShareKey = { person: personIdOf(file.from.key), share: file.share };
  const isElsewhere = await isShareOfAnother(store, key);
  if (!isElsewhere.ok) return isElsewhere;
  if (isElsewhere.value) return fail(refused('wrong-sender'));
  const [thread, copies] = [await store.readThread(key), await store.copies(key)];
  if (!thread.ok) return thread;
  if (!copies.ok) return copies;
  // The day first: if the rest fails, opening the file again completes it.
  const done = await inOrder([
    () =>
      store.writeThread(key, {
        ...thread.value,
        events: [],
        sent: null,
        withdrawnOn: thread.value.withdrawnOn ?? file.body.on,
      }),
    ...copies.value.map((seq) => () => store.removeCopy(key, seq)),
    // What was typed about the copies may quote them.
    () => store.removeUnsent(key),
    () => touchPerson(store, file.from, file.body.on),
  ]);
  return done.ok ? ok({ ...key, copies: copies.value.length }) : done;
}

/** Makes the record of a person, or notes the day of the last file. The name is that of the last file. */
async function touchPerson(store: PeopleStore, person: Person, on: CalendarDate): Promise<Result<null, AppError>> {
  const id = personIdOf(person.key);
  const record = await store.readPerson(id);
  if (!record.ok) return record;
  const { lastOn = null, agreements = [], nextTalk = null } = record.value ?? {};
  const isLast = lastOn === null || on >= lastOn;
  const isKnown = record.value !== null && lastOn === on && record.value.person.name === person.name;
  if (isKnown || (record.value !== null && !isLast)) return ok(null);
  return store.writePerson(id, {
    person,
    lastOn: on,
    agreements,
    nextTalk,
  });
}

/** Runs steps one after the other, up to the first that fails. */
async function inOrder(steps: readonly (() => Promise<Result<null, AppError>>)[]): Promise<Result<null, AppError>> {
  for (const step of steps) {
    // oxlint-disable-next-line no-await-in-loop -- each step relies on the one before
    const done = await step();
    if (!done.ok) return done;
  }
  return ok(null);
}

const refused = (fault: ShareFault): AppError => ({ kind: 'sharing', fault });
