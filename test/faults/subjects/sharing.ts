import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { type CoachingEvent, eventSchema } from '#domain/coaching/event.ts';
import { readThreadFile } from '#domain/coaching/thread-file.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { ok } from '#domain/result.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { decryptWithIdentity } from '#main/encryption/age/recipient-file.ts';
import { generateIdentity, type Identity, parseIdentity } from '#main/encryption/age/x25519-keys.ts';
import type { Library } from '#main/library/library-api.ts';
import { openEncryptedFiles } from '#main/people/encrypted-files.ts';
import { importCopy } from '#main/people/import-share.ts';
import { type CopyFile, openPeopleStore, personIdOf } from '#main/people/people-store.ts';
import { generateSharingIdentity } from '#main/sharing/identity.ts';
import { makeCopy, type ShareChoice } from '#main/sharing/make-copy.ts';
import { addReply } from '#main/sharing/replies/thread-store.ts';
import { readShareFile } from '#main/sharing/seal-share.ts';
import { newShare, type Share, writeShare } from '#main/sharing/share-record.ts';

import { freshCoe } from './fresh-coe.ts';
import { needed, PEOPLE_FOR_FAULTS } from './on-disk.ts';
import type { Scene, Subject, Verdict } from './subject.ts';

const SHARE = '0123456789abcdef0123456789abcdef';
const WRITER = `ed25519:${'a'.repeat(64)}`;
const COACH = `ed25519:${'c'.repeat(64)}`;

const question = (n: number): CoachingEvent =>
  eventSchema.parse({
    id: String(n).padStart(32, '0'),
    n,
    by: COACH,
    at: '2026-05-14',
    kind: 'question',
    place: { section: 'cause' },
    text: `Question ${n}`,
  });

const fileOfCoe = (folder: string, scene: Scene, name: string): string =>
  path.join(folder, 'versions', needed(scene, 'id'), name);

const replyTo = (library: Library, scene: Scene, thread: readonly CoachingEvent[]) =>
  addReply(library.shares, { share: SHARE, coeId: needed(scene, 'id'), writer: WRITER }, thread, COACH);

/** Importing a reply into a thread that has a question already. */
export const importAReply: Subject = {
  name: 'import a reply',
  prepare: async (library) => {
    const { coe } = await freshCoe(library, 'shared');
    const scene = { id: coe.id };
    const first = await replyTo(library, scene, [question(1)]);
    if (!first.ok) throw new Error(`Could not prepare: ${first.error.kind}`);
    return scene;
  },
  act: (library, scene) => replyTo(library, scene, [question(1), question(2)]),
  judge: (folder, scene) => {
    const file = fileOfCoe(folder, scene, `${SHARE}-thread.json`);
    if (!existsSync(file)) return { damage: 'the thread is gone' };
    const read = readThreadFile(readFileSync(file, 'utf8'));
    if (!read.ok) return { damage: `the thread is ${read.error}` };
    const { length } = read.value.events;
    return length === 2 ? 'new' : length === 1 ? 'old' : { damage: `the thread has ${length} events` };
  },
};

/** Recording the first copy of a COE. */
export const recordAShare: Subject = {
  name: 'record a share',
  prepare: async (library) => {
    const { coe } = await freshCoe(library, 'to share');
    const share = newShare({ to: null, audience: 'coaching', times: 'day' });
    return { id: coe.id, share: JSON.stringify(share) };
  },
  act: (library, scene) =>
    writeShare(libraryPathsOf(library.folder), needed(scene, 'id'), JSON.parse(needed(scene, 'share')) as Share),
  judge: (folder, scene) => {
    const file = fileOfCoe(folder, scene, 'shares.json');
    if (!existsSync(file)) return 'old';
    try {
      const { shares } = JSON.parse(readFileSync(file, 'utf8')) as { shares: Share[] };
      const { share } = JSON.parse(needed(scene, 'share')) as Share;
      return shares.some((each) => each.share === share) ? 'new' : { damage: 'the share is not in the record' };
    } catch {
      return { damage: 'the record is half written' };
    }
  },
};

const CHOICE: ShareChoice = {
  to: null,
  audience: 'coaching',
  times: 'day',
  names: [],
  asks: '',
  notForRatings: true,
  deleteAfter: null,
};

/** A copy as a coach receives it. */
async function receivedCopy(coe: Coe): Promise<CopyFile> {
  const identity = generateSharingIdentity('Mia');
  const made = await makeCopy(coe, CHOICE, {
    identity,
    on: '2026-05-14',
    shares: [],
    patterns: [],
    readAttachment: async () => null,
    threadOf: async () => [],
  });
  const read = made.ok ? readShareFile(made.value.bytes, null, []) : made;
  if (!read.ok || read.value.file.kind !== 'copy') throw new Error('Could not prepare the copy');
  return read.value.file;
}

function ownIdentity(scene: Scene): Identity {
  const identity = parseIdentity(needed(scene, 'identity'));
  if (identity === null) throw new Error('The identity cannot be read');
  return identity;
}

/** Opening the first copy of somebody, which makes the person, the thread and the copy. */
export const openACopy: Subject = {
  name: 'open a shared copy',
  prepare: async (library) => {
    const { coe } = await freshCoe(library, 'shared with me');
    const file = await receivedCopy(coeSchema.parse(coe));
    return { identity: generateIdentity().text, file: JSON.stringify(file) };
  },
  act: async (library, scene) => {
    const files = openEncryptedFiles(path.join(library.folder, PEOPLE_FOR_FAULTS), async () => ok(ownIdentity(scene)));
    return importCopy(openPeopleStore(files), JSON.parse(needed(scene, 'file')) as CopyFile, COACH);
  },
  judge: (folder, scene): Verdict => {
    const copy = JSON.parse(needed(scene, 'file')) as CopyFile;
    const person = path.join(folder, PEOPLE_FOR_FAULTS, personIdOf(copy.from.key));
    const files = [path.join(person, copy.share, 'copy-1'), path.join(person, 'person')].filter(existsSync);
    for (const file of files) {
      const plain = decryptWithIdentity(ownIdentity(scene), readFileSync(file));
      if (!plain.ok) return { damage: `${path.basename(file)} cannot be decrypted` };
      JSON.parse(plain.value.toString('utf8'));
    }
    // A copy whose person is not there yet is not shown; opening the file again completes it.
    return files.length === 2 ? 'new' : 'old';
  },
};
