import { dueDates } from '#domain/coaching/agenda.ts';
import { type CoachThemes, coachThemes } from '#domain/coaching/coach-themes.ts';
import { questionsFor } from '#domain/coaching/question-bank.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { PeopleList, PersonPage, SharedCopy } from '#ipc/people.ts';
import { cardWords } from '#main/sharing/cards.ts';

import type { PeopleStore, ShareKey } from './people-store.ts';
import { openQuestions, othersThan, readShares, readShownCopy, type ShownShare } from './shared-copies.ts';

/** Everybody who shared something, the newest first. Fails if nobody's record can be read, as without the key. */
export async function readPeople(store: PeopleStore): Promise<Result<PeopleList, AppError>> {
  const ids = await store.people();
  if (!ids.ok) return ids;
  const records = await Promise.all(ids.value.map(async (id) => ({ id, record: await store.readPerson(id) })));
  // A damaged file of one person hides nobody else.
  const failed = records.filter(({ record }) => !record.ok);
  const [first] = failed;
  if (first !== undefined && !first.record.ok && failed.length === records.length) return first.record;
  const people = records.flatMap(({ id, record }) =>
    record.ok && record.value !== null ? [{ id, name: record.value.person.name, lastOn: record.value.lastOn }] : [],
  );
  return ok({
    people: people.toSorted(
      (one, other) => (other.lastOn ?? '').localeCompare(one.lastOn ?? '') || one.name.localeCompare(other.name),
    ),
    unreadable: failed.map(({ id }) => id),
  });
}

/** The page of a person. Fails with `not-found` if nothing of that person is here. */
export async function readPersonPage(
  store: PeopleStore,
  person: string,
  today: CalendarDate,
): Promise<Result<PersonPage, AppError>> {
  const record = await store.readPerson(person);
  if (!record.ok) return record;
  if (record.value === null) return fail({ kind: 'not-found' });
  const shares = await readShares(store, person);
  if (!shares.ok) return shares;
  const { agreements, nextTalk, person: card } = record.value;
  const coes = shares.value.flatMap(({ last }) => (last === null ? [] : [last.coe]));
  const page: PersonPage = {
    id: person,
    name: card.name,
    words: cardWords(card),
    shares: shares.value.map(inList),
    open: shares.value.flatMap((share) => {
      const title = share.last?.coe.title ?? '';
      const questions = openQuestions(share.thread, card.key);
      return questions.map(({ text, of, isProposal }) => ({ share: share.share, title, text, of, isProposal }));
    }),
    agreements,
    nextTalk,
    due: dueDates(agreements, coes, today),
  };
  return ok(page);
}

/**
 * A copy that somebody shared, with its thread. `seq` is the number of the copy, null for the last one; `reader`
 * the key of the person who reads it here. Fails with `not-found`, also for a copy that was withdrawn.
 */
export async function readSharedCopy(
  store: PeopleStore,
  key: ShareKey,
  seq: number | null,
  reader: string,
): Promise<Result<SharedCopy, AppError>> {
  const shares = await readShares(store, key.person);
  if (!shares.ok) return shares;
  const shown = shares.value.find(({ share }) => share === key.share);
  if (shown === undefined || shown.last === null) return fail({ kind: 'not-found' });
  const copies = await readCopyDays(store, shown);
  if (!copies.ok) return copies;
  const asked = seq ?? shown.last.file.seq;
  const copy = await readShownCopy(store, key, asked);
  if (!copy.ok) return copy;
  const before = shown.copies.filter((each) => each < asked).at(-1);
  const previous = before === undefined ? ok(null) : await readShownCopy(store, key, before);
  if (!previous.ok) return previous;
  const { coe, file } = copy.value;
  const { events, sent } = shown.thread;
  const { audience, on, left, asks, notForRatings, deleteAfter, attachments } = file.body;
  const answer: SharedCopy = {
    person: { id: key.person, name: shown.last.file.from.name },
    share: key.share,
    seq: asked,
    copies: copies.value,
    coe,
    previous: previous.value?.coe ?? null,
    about: { audience, on, left, asks, notForRatings, deleteAfter, attachments },
    hasStatus: Object.hasOwn(file.body.coe, 'status'),
    events,
    writer: file.from.key,
    coach: reader,
    fitting: questionsFor(coe, { left: left.sections, earlier: othersThan(shares.value, key) }),
    isReplyDue: events.filter(({ by }) => by === reader).length > (sent?.events ?? 0),
  };
  return ok(answer);
}

/** What recurs in the last copies of all people. */
export async function readCoachThemes(store: PeopleStore): Promise<Result<CoachThemes, AppError>> {
  const ids = await store.people();
  if (!ids.ok) return ids;
  const shared = [];
  for (const person of ids.value) {
    // oxlint-disable-next-line no-await-in-loop -- copies can be large
    const shares = await readShares(store, person);
    if (!shares.ok) return shares;
    for (const { last } of shares.value) if (last !== null) shared.push({ person, coe: last.coe });
  }
  return ok(coachThemes(shared));
}

async function readCopyDays(store: PeopleStore, shown: ShownShare): Promise<Result<SharedCopy['copies'], AppError>> {
  const read = await Promise.all(shown.copies.map((seq) => store.readCopy(shown, seq)));
  const failed = read.find((each) => !each.ok);
  if (failed !== undefined && !failed.ok) return failed;
  return ok(
    read.flatMap((each) => (each.ok && each.value !== null ? [{ seq: each.value.seq, on: each.value.body.on }] : [])),
  );
}

function inList({ share, copies, thread, last }: ShownShare): PersonPage['shares'][number] {
  return {
    share,
    title: last?.coe.title ?? '',
    seq: copies.at(-1) ?? 0,
    on: last?.file.body.on ?? thread.withdrawnOn ?? '',
    hasEarlier: copies.length > 1,
    withdrawnOn: thread.withdrawnOn,
    deleteAfter: last?.file.body.deleteAfter ?? null,
  };
}
