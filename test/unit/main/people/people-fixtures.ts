import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Coe } from '#domain/coe/coe.ts';
import { ok } from '#domain/result.ts';
import type { Person } from '#domain/sharing/share-file.ts';
import type { AppError } from '#ipc/app-error.ts';
import { coachNotesHandlers } from '#main/coach-notes/coach-notes.ts';
import { unsentEventsHandlers } from '#main/coach-notes/unsent-events.ts';
import { startPeople } from '#main/people/start-people.ts';
import type { SharingIdentity } from '#main/sharing/identity.ts';
import { sealShare, type UnsignedShare } from '#main/sharing/seal-share.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

import { COACH, SHARE, someBody, WRITER } from '../sharing/share-fixtures.ts';

export const WRITER_ID = WRITER.person.key.replace('ed25519:', '');
export const KEY = { person: WRITER_ID, share: SHARE };

/** A coach's computer, on a folder of its own. `saved` are the files that were saved, in order. */
export function startCoach(folder = temporaryFolder(), own: SharingIdentity | null = COACH) {
  let identity = own;
  const picks: { backup: string | null } = { backup: null };
  const saved: string[] = [];
  const people = startPeople({
    folders: { people: path.join(folder, 'people'), sharing: path.join(folder, 'sharing') },
    identity: async () => ok(identity ?? COACH),
    own: async () => ok(identity),
    adopt: async (adopted) => {
      identity = adopted;
      return ok(null);
    },
    askForPeopleBackup: async () => picks.backup,
    importReply: async () => ok({ is: 'imported', coeId: 'x', from: WRITER.person, added: [], known: 0 }),
    askForSharedFile: async () => null,
    askWhere: async ({ name }) => {
      const file = path.join(folder, `${saved.length} ${name}`);
      saved.push(file);
      return file;
    },
    printer: { toPdf: async () => ok(Buffer.from('%PDF')), print: async () => ok(null) },
    announce: () => {},
    today: () => '2026-06-10',
  });
  const open = (bytes: Uint8Array) => {
    const file = path.join(folder, 'received');
    writeFileSync(file, bytes);
    return people.open(file);
  };
  return {
    folder,
    saved,
    open,
    picks,
    ...people.handlers,
    ...coachNotesHandlers(people.files),
    ...unsentEventsHandlers(people),
  };
}
export type Coach = ReturnType<typeof startCoach>;

/** A share file that somebody sealed for the coach, and the hash of its body. */
export function sealed(share: UnsignedShare, from = WRITER, to: Person | null = COACH.person) {
  const file = sealShare(share, from, to);
  if (!file.ok) throw new Error(file.error);
  return file.value;
}

/** The copy `seq` of a COE. */
export const aCopy = (
  seq = 1,
  coe: Coe = someCoe(),
  changes: Parameters<typeof someBody>[1] = {},
  previous: string | null = null,
): UnsignedShare => ({ kind: 'copy', share: SHARE, seq, previous, body: someBody(coe, changes) });

/** What a refused file says. */
export const fault = (result: { ok: true } | { ok: false; error: AppError }): string =>
  result.ok ? 'accepted' : result.error.kind === 'sharing' ? result.error.fault : result.error.kind;
