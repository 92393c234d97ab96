import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import type { UnsentEvent } from '#ipc/unsent.ts';
import { encryptToRecipients } from '#main/encryption/age/recipient-file.ts';
import { readShareFile } from '#main/sharing/seal-share.ts';
import { filesUnder } from '#test/support/files-under.ts';

import { COACH, SHARE, WRITER } from '../sharing/share-fixtures.ts';
import { aCopy, fault, KEY, sealed, startCoach, WRITER_ID } from './people-fixtures.ts';

const CANARY = 'canary-of-a-question-not-added-4d1e';
const ABOUT = '["cause",null,"prose",null]';

const typed = (text: string): UnsentEvent => ({
  kind: 'question',
  text,
  action: { text: '', doneWhen: '', due: null, checkDate: null },
  span: { start: 4, end: 9 },
  seq: 1,
  quoted: 'alarm',
});

/** A coach with a copy, who typed a question about it. */
async function typing(folder?: string) {
  const coach = startCoach(folder);
  await coach.open(sealed(aCopy()).bytes);
  expect(await coach['people:save-unsent']({ ...KEY, about: ABOUT, event: typed(CANARY) })).toMatchObject({ ok: true });
  return coach;
}

const WITHDRAWAL = sealed({ kind: 'withdrawal', share: SHARE, seq: 2, previous: null, body: { on: '2026-06-09' } });

it('a question that was typed but not added is there after a restart, and encrypted on the disk', async () => {
  const { folder } = await typing();
  for (const [name, bytes] of filesUnder(folder)) expect(bytes.includes(CANARY), name).toBe(false);
  const again = startCoach(folder);
  expect(await again['people:read-unsent'](KEY)).toEqual({
    ok: true,
    value: [{ about: ABOUT, words: typed(CANARY) }],
  });
});

it('several questions are kept, and one that is added or given up is forgotten', async () => {
  const coach = await typing();
  await Promise.all([
    coach['people:save-unsent']({ ...KEY, about: 'another', event: typed('Another one') }),
    coach['people:save-unsent']({ ...KEY, about: 'a third', event: typed('A third one') }),
    coach['people:save-unsent']({ ...KEY, about: ABOUT, event: null }),
  ]);
  const left = await coach['people:read-unsent'](KEY);
  expect(left.ok && left.value.map(({ words }) => words.text)).toEqual(['Another one', 'A third one']);
  await coach['people:save-unsent']({ ...KEY, about: 'another', event: null });
  await coach['people:save-unsent']({ ...KEY, about: 'a third', event: null });
  expect([...filesUnder(coach.folder).keys()].filter((name) => name.includes('unsent'))).toEqual([]);
});

it('a withdrawal removes it, because it may quote the writer, and it does not come back', async () => {
  const coach = await typing();
  await coach.open(WITHDRAWAL.bytes);
  expect(await coach['people:read-unsent'](KEY)).toEqual({ ok: true, value: [] });
  expect(fault(await coach['people:save-unsent']({ ...KEY, about: ABOUT, event: typed(CANARY) }))).toBe('not-found');
  expect([...filesUnder(coach.folder).keys()].filter((name) => name.includes('unsent'))).toEqual([]);
});

it('a withdrawal that was interrupted before it removed the words is completed when it is opened again', async () => {
  const coach = await typing();
  const file = path.join(coach.folder, 'people', WRITER_ID, SHARE, 'unsent');
  const bytes = readFileSync(file);
  await coach.open(WITHDRAWAL.bytes);
  writeFileSync(file, bytes);
  await coach.open(WITHDRAWAL.bytes);
  expect(await coach['people:read-unsent'](KEY)).toEqual({ ok: true, value: [] });
});

it('it is deleted with the share, and with the person', async () => {
  for (const remove of ['people:delete-share', 'people:delete-person'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- each on a computer of its own
    const coach = await typing();
    // oxlint-disable-next-line no-await-in-loop -- as above
    await coach[remove]({ ...KEY });
    // oxlint-disable-next-line no-await-in-loop -- as above
    expect(fault(await coach['people:save-unsent']({ ...KEY, about: ABOUT, event: typed(CANARY) }))).toBe('not-found');
    expect([...filesUnder(coach.folder).keys()].filter((name) => name.includes(SHARE))).toEqual([]);
  }
});

it('it is in no reply, no agenda and no backup, and nothing but its own handler gives it out', async () => {
  const coach = await typing();
  const place = { section: 'cause', row: null, field: 'prose' } as const;
  await coach['people:add-event']({
    ...KEY,
    event: { kind: 'question', place, quote: null, replyTo: null, text: 'What did you see?', action: null },
  });
  await coach['people:save-reply'](KEY);
  const reply = readShareFile(readFileSync(coach.saved.at(-1) ?? ''), WRITER, [COACH.person]);
  const answers = [
    reply,
    await coach['people:read']({ person: WRITER_ID }),
    await coach['people:read-copy']({ ...KEY, seq: null }),
    await coach['people:agenda']({ ...KEY, dates: PLAIN_DATE_STYLE }),
    await coach['people:themes']({}),
  ];
  expect(JSON.stringify(answers)).toContain('What did you see?');
  expect(JSON.stringify(answers)).not.toContain(CANARY);
  await coach['people:save-backup']({ passphrase: 'five unrelated words are enough' });
  const other = startCoach(undefined, null);
  other.picks.backup = coach.saved.at(-1) ?? '';
  await other['people:restore-backup']({ passphrase: 'five unrelated words are enough' });
  expect([...filesUnder(path.join(other.folder, 'people')).keys()].some((name) => name.endsWith('thread'))).toBe(true);
  expect(await other['people:read-unsent'](KEY)).toEqual({ ok: true, value: [] });
});

it('a damaged file is reported, and stays on the disk beside what is typed next', async () => {
  const coach = await typing();
  const folder = path.join(coach.folder, 'people', WRITER_ID, SHARE);
  writeFileSync(path.join(folder, 'unsent'), 'not an age file');
  expect(fault(await coach['people:read-unsent'](KEY))).toBe('unsent-unreadable');
  await coach['people:save-unsent']({ ...KEY, about: ABOUT, event: null });
  expect(readFileSync(path.join(folder, 'unsent'), 'utf8')).toBe('not an age file');
  await coach['people:save-unsent']({ ...KEY, about: ABOUT, event: typed('Typed again') });
  expect(await coach['people:read-unsent'](KEY)).toMatchObject({ value: [{ words: { text: 'Typed again' } }] });
  const unsent = () => [...filesUnder(folder)].filter(([name]) => name.includes('unsent'));
  expect(unsent().map(([, bytes]) => bytes.toString())).toContain('not an age file');
  // It may quote the writer too.
  await coach.open(WITHDRAWAL.bytes);
  expect(unsent()).toEqual([]);
});

it('a file of a newer version is never written over', async () => {
  const coach = await typing();
  const file = path.join(coach.folder, 'people', WRITER_ID, SHARE, 'unsent');
  const newer = encryptToRecipients(
    [COACH.encryption.recipient],
    Buffer.from('{"format":"once-unsent","version":2,"forms":{}}'),
  );
  writeFileSync(file, newer);
  expect(await coach['people:read-unsent'](KEY)).toMatchObject({ error: { reason: 'newer-version' } });
  expect(await coach['people:save-unsent']({ ...KEY, about: ABOUT, event: typed('Typed here') })).toMatchObject({
    error: { reason: 'newer-version' },
  });
  expect(readFileSync(file).equals(newer)).toBe(true);
});
