import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { attachmentPart } from '#domain/coe/label-of.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { type FinishedCopy, makeCopy, type ShareChoice } from '#main/sharing/make-copy.ts';
import {
  hiddenAttachment,
  hiddenId,
  newShare,
  readShares,
  type Share,
  writeShare,
} from '#main/sharing/share-record.ts';
import { removeVersions } from '#main/versions/version-store.ts';
import { jpegWith } from '#test/support/pictures.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

import { COACH, STRANGER, WRITER } from './share-fixtures.ts';

const CHOICE: ShareChoice = {
  to: COACH.person,
  audience: 'coaching',
  times: 'day',
  names: [{ name: 'Anna', as: 'pseudonym', pseudonym: 'Person A' }],
  asks: 'What did I miss?',
  notForRatings: true,
  deleteAfter: null,
};

async function copied(coe: Coe, shares: readonly Share[], to = COACH.person): Promise<FinishedCopy> {
  const made = await makeCopy(
    coe,
    { ...CHOICE, to },
    {
      identity: WRITER,
      on: '2026-06-01',
      shares,
      patterns: [],
      readAttachment: async () => null,
      threadOf: async () => [],
    },
  );
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

describe('the record of a share', () => {
  it('counts copies, names the one before, and keeps the names and the secret', async () => {
    const first = await copied(someCoe({ summary: 'Anna slept.' }), []);
    const second = await copied(someCoe({ summary: 'Anna woke.' }), [first.share]);
    expect(second.share).toMatchObject({ share: first.share.share, secret: first.share.secret, names: CHOICE.names });
    expect(second.share.last?.seq).toBe(2);
    expect(second.share.copies.map(({ seq, body }) => [seq, body.coe['summary']])).toEqual([
      [1, 'Person A slept.'],
      [2, 'Person A woke.'],
    ]);
    const other = await copied(someCoe(), [second.share], STRANGER.person);
    expect(other.share.share).not.toBe(first.share.share);
    expect(hiddenId(other.share, 'row')).not.toBe(hiddenId(first.share, 'row'));
  });

  it('is beside the versions of the COE, encrypted if the library is', async () => {
    for (const cipher of [undefined, createAgeCipher(generateIdentity())]) {
      const paths = libraryPathsOf(temporaryFolder(), cipher);
      const { share } = await copied(someCoe(), []);
      expect(await readShares(paths, someCoe().id)).toEqual({ ok: true, value: [] });
      await writeShare(paths, someCoe().id, share);
      await writeShare(paths, someCoe().id, newShare({ to: null, audience: 'published', times: 'day' }));
      await writeShare(paths, someCoe().id, { ...share, asks: 'Again' });
      const read = await readShares(paths, someCoe().id);
      expect(read.ok && read.value.map(({ asks }) => asks)).toEqual(['Again', '']);
      const [folder = ''] = readdirSync(paths.versions);
      const [file = ''] = readdirSync(path.join(paths.versions, folder));
      const bytes = readFileSync(path.join(paths.versions, folder, file)).toString('latin1');
      expect(bytes.includes(share.secret)).toBe(cipher === undefined);
    }
  });

  it('goes when the COE is deleted for all time', async () => {
    const paths = libraryPathsOf(temporaryFolder());
    await writeShare(paths, someCoe().id, (await copied(someCoe(), [])).share);
    expect(await removeVersions(paths, someCoe().id)).toEqual({ ok: true, value: null });
    expect(readdirSync(paths.versions)).toEqual([]);
  });

  it('that cannot be read is reported and not replaced', async () => {
    const paths = libraryPathsOf(temporaryFolder());
    const { share } = await copied(someCoe(), []);
    const file = path.join(paths.versions, someCoe().id, 'shares.json');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '{ damaged');
    const unavailable = { ok: false, error: { kind: 'sharing', fault: 'record-unavailable' } };
    expect(await readShares(paths, someCoe().id)).toEqual(unavailable);
    expect(await writeShare(paths, someCoe().id, share)).toEqual(unavailable);
    expect(readFileSync(file, 'utf8')).toBe('{ damaged');
  });
});

describe('what a label lets out of attachments', () => {
  const nameOf = (letter: string, ending: string): string => `${letter.repeat(64)}.${ending}`;
  const files = new Map<string, Uint8Array>([
    [nameOf('a', 'jpg'), jpegWith({ gps: true, make: true })],
    [nameOf('b', 'pdf'), Buffer.from('%PDF-1.7 a letter')],
    [nameOf('c', 'gif'), Buffer.from('GIF89a with a comment')],
    [nameOf('d', 'txt'), jpegWith({ gps: true }).subarray(0, 12)],
    [nameOf('e', 'pdf'), Buffer.from('%PDF-1.7 private')],
    [nameOf('f', 'zip'), Buffer.alloc(3_500_000, 7)],
  ]);
  const coe = someCoe({ summary: [...files.keys()].map((name) => `[a file](attachments/${name})`).join(' ') });

  it('is a picture without its details, and any other file as it is, as far as there is room', async () => {
    const isPrivate = nameOf('e', 'pdf');
    const labels = [...files.keys()].filter((name) => name !== isPrivate);
    const made = await makeCopy(
      { ...coe, audiences: Object.fromEntries(labels.map((name) => [attachmentPart(name), 'coaching' as const])) },
      CHOICE,
      {
        identity: WRITER,
        on: '2026-06-01',
        shares: [],
        patterns: [],
        readAttachment: async (name) => files.get(name) ?? null,
        threadOf: async () => [],
      },
    );
    if (!made.ok) throw new Error(made.error);
    const { attachments, left } = made.value.body;
    const bytes = attachments.map(({ base64 }) => Buffer.from(base64, 'base64'));
    expect(attachments.map(({ name }) => name.split('.')[1])).toEqual(['jpg', 'pdf']);
    expect(bytes[0]?.includes('Exif')).toBe(false);
    expect(bytes[1]?.toString()).toBe('%PDF-1.7 a letter');
    // A picture of a type whose details cannot be removed, a damaged one, a private file, and one that is too large stay.
    expect(left.attachments).toBe(4);
  });
});

it('ids in copies have 80 bits, and attachments names that any attachment could have', () => {
  const share = newShare({ to: null, audience: 'coaching', times: 'day' });
  expect(hiddenId(share, '01JZTEST000000000000000001')).toMatch(/^[a-z2-7]{16}$/);
  expect(hiddenId(share, 'a')).toBe(hiddenId(share, 'a'));
  expect(hiddenAttachment(share, `${'ab'.repeat(32)}.png`)).toMatch(/^(?!abab)[0-9a-f]{64}\.png$/);
});
