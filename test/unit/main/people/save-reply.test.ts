import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { readShareFile } from '#main/sharing/seal-share.ts';
import { filesUnder } from '#test/support/files-under.ts';

import { COACH, WRITER } from '../sharing/share-fixtures.ts';
import { aCopy, type Coach, KEY, sealed, startCoach, WRITER_ID } from './people-fixtures.ts';

const CANARY = 'canary-of-a-private-note-7c2f';

const ask = (coach: Coach, text: string) =>
  coach['people:add-event']({
    ...KEY,
    event: {
      kind: 'question',
      place: { section: 'whys', row: null, field: 'prose' },
      quote: null,
      replyTo: null,
      text,
      action: null,
    },
  });

/** The replies that were saved, as the writer reads them. */
const replies = ({ saved }: Coach) =>
  saved
    .filter((file) => file.includes('Reply to'))
    .map((file) => {
      const received = readShareFile(readFileSync(file), WRITER, [COACH.person]);
      if (!received.ok || received.value.file.kind !== 'reply') throw new Error('This is not a reply');
      return received.value.file;
    });

it('a reply has all events of the coach so far, is for the writer alone, and follows the one before', async () => {
  const coach = startCoach();
  await coach.open(sealed(aCopy()).bytes);
  await ask(coach, 'What did you have in view?');
  await coach['people:save-reply'](KEY);
  await ask(coach, 'What was hidden from you?');
  expect(await coach['people:read-copy']({ ...KEY, seq: null })).toMatchObject({ value: { isReplyDue: true } });
  await coach['people:save-reply'](KEY);
  expect(await coach['people:read-copy']({ ...KEY, seq: null })).toMatchObject({ value: { isReplyDue: false } });
  const [first, second] = replies(coach);
  expect(first).toMatchObject({ seq: 1, previous: null, to: WRITER.person.key, body: { seen: 1 } });
  expect(second).toMatchObject({ seq: 2, previous: first?.hash });
  expect(second?.body.thread.map(({ n, text }) => [n, text])).toEqual([
    [1, 'What did you have in view?'],
    [2, 'What was hidden from you?'],
  ]);
});

it('a question that was withdrawn before it was in a reply never leaves, and one that was sent is withdrawn', async () => {
  const coach = startCoach();
  await coach.open(sealed(aCopy()).bytes);
  const asked = await ask(coach, 'What did you have in view?');
  const regretted = await ask(coach, 'A question that I regret');
  const followed = await ask(coach, 'A question with more');
  if (!asked.ok || !regretted.ok || !followed.ok) throw new Error('The questions were not stored');
  const place = asked.value.place;
  const withdraw = (id: string) =>
    coach['people:add-event']({
      ...KEY,
      event: { kind: 'withdraw', place, quote: null, replyTo: id, text: '', action: null },
    });
  const more = { kind: 'more' as const, place, quote: null, text: '', action: null };
  await coach['people:add-event']({ ...KEY, event: { ...more, replyTo: followed.value.id } });
  await withdraw(regretted.value.id);
  await withdraw(followed.value.id);
  await coach['people:save-reply'](KEY);
  await withdraw(asked.value.id);
  await coach['people:save-reply'](KEY);
  const [first, second] = replies(coach);
  expect(first?.body.thread.map(({ kind, text }) => [kind, text])).toEqual([
    ['question', 'What did you have in view?'],
    ['question', ''],
    ['more', ''],
    ['withdraw', ''],
  ]);
  expect(second?.body.thread.map(({ kind }) => kind)).toEqual(['question', 'question', 'more', 'withdraw', 'withdraw']);
});

it('a private note is in no other file, neither as it is nor in what is decrypted', async () => {
  const coach = startCoach();
  await coach.open(sealed(aCopy()).bytes);
  await ask(coach, 'What did you have in view?');
  await coach['people:save-notes']({ ...KEY, text: CANARY });
  await coach['people:save-plan']({ person: WRITER_ID, agreements: [], nextTalk: '2026-06-20' });
  await coach['people:save-reply'](KEY);
  await coach['people:print-agenda']({ ...KEY, to: 'pdf', paper: 'a4', dates: PLAIN_DATE_STYLE });
  const answers = [
    await coach['people:read']({ person: WRITER_ID }),
    await coach['people:read-copy']({ ...KEY, seq: null }),
    await coach['people:agenda']({ ...KEY, dates: PLAIN_DATE_STYLE }),
    await coach['people:themes']({}),
    replies(coach),
  ];
  expect(JSON.stringify(answers)).not.toContain(CANARY);
  for (const [name, bytes] of filesUnder(coach.folder)) expect(bytes.includes(CANARY), name).toBe(false);
  // It is there, and nothing but the handler of notes gives it out.
  expect(await coach['people:read-notes'](KEY)).toEqual({ ok: true, value: { text: CANARY } });
});

it('deleting a share deletes its notes too', async () => {
  const coach = startCoach();
  await coach.open(sealed(aCopy()).bytes);
  await coach['people:save-notes']({ ...KEY, text: CANARY });
  await coach['people:delete-share'](KEY);
  expect(await coach['people:read-notes'](KEY)).toEqual({ ok: true, value: { text: '' } });
  expect(await coach.open(sealed(aCopy()).bytes)).toMatchObject({ value: { is: 'copy', isNew: true } });
});
