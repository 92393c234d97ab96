import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { filesUnder } from '#test/support/files-under.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

import { COACH, STRANGER } from '../sharing/share-fixtures.ts';
import { aCopy, fault, KEY, sealed, startCoach, WRITER_ID } from './people-fixtures.ts';

const PASSPHRASE = 'five unrelated words are enough';

/** A coach with a copy and a note, and the backup of it. */
async function backedUp() {
  const coach = startCoach();
  await coach.open(sealed(aCopy()).bytes);
  await coach['people:save-notes']({ ...KEY, text: 'A private note' });
  writeFileSync(path.join(coach.folder, 'people', 'stray'), 'not ours');
  const saved = await coach['people:save-backup']({ passphrase: PASSPHRASE });
  if (!saved.ok) throw new Error(saved.error.kind);
  const file = coach.saved.at(-1) ?? '';
  return { coach, file };
}

it('a backup of People restores copies, notes, agreements and keys on a new computer', async () => {
  const { coach, file } = await backedUp();
  const bytes = readFileSync(file);
  for (const secret of ['A private note', COACH.encryption.text, COACH.signing.seed.toString('hex')])
    expect(bytes.includes(secret)).toBe(false);
  const other = startCoach(temporaryFolder(), null);
  other.picks.backup = file;
  expect(await other['people:restore-backup']({ passphrase: PASSPHRASE })).toEqual({ ok: true, value: { files: 3 } });
  expect(await other['people:read-notes'](KEY)).toEqual({ ok: true, value: { text: 'A private note' } });
  expect(await other['people:read-copy']({ ...KEY, seq: null })).toEqual(
    await coach['people:read-copy']({ ...KEY, seq: null }),
  );
  expect([...filesUnder(path.join(other.folder, 'people')).keys()].some((name) => name.includes('stray'))).toBe(false);
});

it('restoring replaces nothing that is there, and twice is the same as once', async () => {
  const { coach, file } = await backedUp();
  await coach['people:save-plan']({ person: WRITER_ID, agreements: [], nextTalk: '2026-06-20' });
  coach.picks.backup = file;
  expect(await coach['people:restore-backup']({ passphrase: PASSPHRASE })).toEqual({ ok: true, value: { files: 0 } });
  expect(await coach['people:read']({ person: WRITER_ID })).toMatchObject({ value: { nextTalk: '2026-06-20' } });
});

it('a wrong passphrase, a damaged file and other keys are refused, and nothing is written', async () => {
  const { file } = await backedUp();
  const other = startCoach(temporaryFolder(), STRANGER);
  other.picks.backup = file;
  expect(fault(await other['people:restore-backup']({ passphrase: 'something else' }))).toBe('wrong-passphrase');
  expect(fault(await other['people:restore-backup']({ passphrase: PASSPHRASE }))).toBe('other-keys');
  const damaged = path.join(other.folder, 'damaged.age');
  writeFileSync(damaged, readFileSync(file).subarray(0, -3));
  other.picks.backup = damaged;
  expect(fault(await other['people:restore-backup']({ passphrase: PASSPHRASE }))).toBe('damaged');
  expect(existsSync(path.join(other.folder, 'people'))).toBe(false);
});
