import { isOpen, threadsOf } from '#domain/coaching/threads.ts';
import type { OpenQuestion } from '#domain/coaching/agenda.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { coeOfCopy } from '#domain/sharing/coe-of-copy.ts';
import type { AppError } from '#ipc/app-error.ts';

import { UNREADABLE } from './encrypted-files.ts';
import type { CopyFile, PeopleStore, ShareKey, ThreadRecord } from './people-store.ts';

/** A copy to show: its file, and its COE. */
export type ShownCopy = { readonly file: CopyFile; readonly coe: Coe };

/** A share to show: the numbers of its copies and its thread. `last` is null after a withdrawal. */
export type ShownShare = ShareKey & {
  readonly copies: readonly number[];
  readonly thread: ThreadRecord;
  readonly last: ShownCopy | null;
};

/** Copies have no id of a COE, and a COE to show needs one. */
const NO_COE_ID = '0'.repeat(26);

/** Reads one copy of a share. Fails with `not-found` when it is not there. */
export async function readShownCopy(
  store: PeopleStore,
  key: ShareKey,
  seq: number,
): Promise<Result<ShownCopy, AppError>> {
  const file = await store.readCopy(key, seq);
  if (!file.ok) return file;
  if (file.value === null) return fail({ kind: 'not-found' });
  const coe = coeOfCopy(file.value.body, NO_COE_ID);
  return coe === null ? fail(UNREADABLE) : ok({ file: file.value, coe });
}

/** Reads a share with its last copy. */
export async function readShare(store: PeopleStore, key: ShareKey): Promise<Result<ShownShare, AppError>> {
  const [thread, copies] = [await store.readThread(key), await store.copies(key)];
  if (!thread.ok) return thread;
  if (!copies.ok) return copies;
  const seq = copies.value.at(-1);
  // After an interrupted withdrawal, copies may still be there.
  if (seq === undefined || thread.value.withdrawnOn !== null)
    return ok({ ...key, copies: [], thread: thread.value, last: null });
  const last = await readShownCopy(store, key, seq);
  return last.ok ? ok({ ...key, copies: copies.value, thread: thread.value, last: last.value }) : last;
}

/** Reads all shares of a person, those with the newest copy first. Fails if one of them cannot be read. */
export async function readShares(store: PeopleStore, person: string): Promise<Result<ShownShare[], AppError>> {
  const ids = await store.shares(person);
  if (!ids.ok) return ids;
  const shares: ShownShare[] = [];
  for (const share of ids.value) {
    // oxlint-disable-next-line no-await-in-loop -- a copy can be 5 MB, and a person has few
    const read = await readShare(store, { person, share });
    if (!read.ok) return read;
    shares.push(read.value);
  }
  return ok(shares.toSorted((one, other) => dayOf(other).localeCompare(dayOf(one))));
}

const dayOf = ({ last, thread }: ShownShare): string => last?.file.body.on ?? thread.withdrawnOn ?? '';

/** The questions of both that wait for an answer, in the order in which they were asked. */
export function openQuestions({ events }: ThreadRecord, writer: string): OpenQuestion[] {
  return threadsOf(events, writer)
    .filter(isOpen)
    .map(({ root }) => ({
      text: root.text.trim() || root.action?.text || (root.kind === 'more' ? 'More about this, please' : ''),
      of: root.by === writer ? 'writer' : 'coach',
      isProposal: root.kind === 'proposal',
      place: root.place,
    }));
}

/** The COEs of a person's other shares. */
export const othersThan = (shares: readonly ShownShare[], { share }: ShareKey) =>
  shares.flatMap((each) => (each.share === share || each.last === null ? [] : [each.last.coe]));
