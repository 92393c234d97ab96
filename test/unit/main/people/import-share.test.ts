import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CoachingEvent } from '#domain/coaching/event.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { someCoe } from '#test/support/some-coe.ts';

import { COACH, SHARE, STRANGER, WRITER } from '../sharing/share-fixtures.ts';
import { aCopy, fault, KEY, sealed, startCoach, WRITER_ID } from './people-fixtures.ts';

const event = (changes: Partial<CoachingEvent> = {}): CoachingEvent => ({
  id: 'a'.repeat(32),
  n: 1,
  by: WRITER.person.key,
  at: '2026-06-01',
  kind: 'question',
  place: { section: 'timeline', row: null, field: null },
  quote: null,
  replyTo: null,
  text: 'Does this make sense to you?',
  action: null,
  ...changes,
});

/** Everything on the coach's disk but the file that was received. */
function stored(folder: string): Map<string, Buffer> {
  const files = filesUnder(folder);
  files.delete('received');
  return files;
}

describe('a copy', () => {
  it('is shown under its person, and again changes nothing', async () => {
    const coach = startCoach();
    const { bytes } = sealed(aCopy(1, someCoe({ title: 'The pager was off' })));
    expect(await coach.open(bytes)).toMatchObject({ ok: true, value: { is: 'copy', ...KEY, isNew: true } });
    const files = stored(coach.folder);
    expect(await coach.open(bytes)).toMatchObject({ value: { is: 'copy', isNew: false } });
    expect(stored(coach.folder)).toEqual(files);
    expect(await coach['people:list']({})).toMatchObject({
      value: { people: [{ id: WRITER_ID, name: 'Mia Writer' }], unreadable: [] },
    });
    expect(await coach['people:read']({ person: WRITER_ID })).toMatchObject({
      value: { shares: [{ share: SHARE, title: 'The pager was off', seq: 1, on: '2026-06-01', hasEarlier: false }] },
    });
  });

  it('of somebody whose file is damaged hides nobody else in the list', async () => {
    const coach = startCoach();
    await coach.open(sealed(aCopy(1, someCoe())).bytes);
    const other = 'f'.repeat(64);
    cpSync(path.join(coach.folder, 'people', WRITER_ID), path.join(coach.folder, 'people', other), { recursive: true });
    const damaged = [...filesUnder(path.join(coach.folder, 'people', other)).keys()].find((name) =>
      name.startsWith('person'),
    );
    writeFileSync(path.join(coach.folder, 'people', other, damaged ?? ''), 'not an age file');
    expect(await coach['people:list']({})).toMatchObject({
      ok: true,
      value: { people: [{ id: WRITER_ID }], unreadable: [other] },
    });
  });

  it('that is older and comes late is stored, and the newer one stays on the screen', async () => {
    const coach = startCoach();
    const first = sealed(aCopy(1, someCoe({ title: 'First' })));
    const second = sealed(aCopy(2, someCoe({ title: 'Second' }), { on: '2026-06-05' }, first.hash));
    await coach.open(second.bytes);
    expect(await coach.open(first.bytes)).toMatchObject({ value: { isNew: false } });
    expect(await coach['people:read-copy']({ ...KEY, seq: null })).toMatchObject({
      value: { seq: 2, coe: { title: 'Second' }, previous: { title: 'First' }, copies: [{ seq: 1 }, { seq: 2 }] },
    });
    expect(await coach['people:read']({ person: WRITER_ID })).toMatchObject({
      value: { shares: [{ hasEarlier: true }] },
    });
  });

  it('with the number of another, or that does not follow the one before, is refused', async () => {
    const coach = startCoach();
    await coach.open(sealed(aCopy(1, someCoe({ title: 'First' }))).bytes);
    expect(fault(await coach.open(sealed(aCopy(1, someCoe({ title: 'Other' }))).bytes))).toBe('conflicting-copy');
    expect(fault(await coach.open(sealed(aCopy(2, someCoe(), {}, '0'.repeat(64))).bytes))).toBe('conflicting-copy');
  });

  it('of a share of somebody else is refused, and nothing is written', async () => {
    const coach = startCoach();
    await coach.open(sealed(aCopy()).bytes);
    const files = stored(coach.folder);
    expect(fault(await coach.open(sealed(aCopy(), STRANGER).bytes))).toBe('wrong-sender');
    expect(stored(coach.folder)).toEqual(files);
  });

  it('by somebody of a known name with another key is refused, although no card was opened', async () => {
    const coach = startCoach();
    await coach.open(sealed(aCopy()).bytes);
    const impostor = { ...STRANGER, person: { ...STRANGER.person, name: 'mia  writer' } };
    const other = { ...aCopy(), share: 'f'.repeat(32) };
    expect(fault(await coach.open(sealed(other, impostor).bytes))).toBe('changed-card');
  });

  it('that changes an event, or brings one of a third person, is refused', async () => {
    const coach = startCoach();
    const first = sealed(aCopy(1, someCoe(), { thread: [event()] }));
    await coach.open(first.bytes);
    const changed = aCopy(2, someCoe(), { thread: [event({ text: 'Other words' })] }, first.hash);
    expect(fault(await coach.open(sealed(changed).bytes))).toBe('changed-event');
    const forged = event({ id: 'b'.repeat(32), by: STRANGER.person.key });
    expect(fault(await coach.open(sealed(aCopy(2, someCoe(), { thread: [forged] }, first.hash)).bytes))).toBe(
      'changed-event',
    );
  });

  it('puts no words into the coach’s mouth', async () => {
    const coach = startCoach();
    const forged = event({ id: 'b'.repeat(32), by: COACH.person.key, n: 7, text: 'Well done' });
    await coach.open(sealed(aCopy(1, someCoe(), { thread: [event(), forged] })).bytes);
    expect(await coach['people:read-copy']({ ...KEY, seq: null })).toMatchObject({ value: { events: [event()] } });
    // Its number is not used again, so that the writer's app can tell the two apart.
    expect(await ask(coach)).toMatchObject({ value: { n: 8 } });
  });

  it('gives the same result in any order and however often it comes', async () => {
    const first = sealed(aCopy(1, someCoe({ title: 'First' }), { thread: [event()] }));
    const second = sealed(aCopy(2, someCoe({ title: 'Second' }), { on: '2026-06-02', thread: [event()] }, first.hash));
    const third = sealed(
      aCopy(
        3,
        someCoe({ title: 'Third' }),
        { on: '2026-06-03', thread: [event(), event({ id: 'c'.repeat(32), n: 2 })] },
        second.hash,
      ),
    );
    const files = [first, second, third];
    const order = fc
      .shuffledSubarray([0, 1, 2], { minLength: 3 })
      .chain((all) => fc.array(fc.constantFrom(0, 1, 2), { maxLength: 3 }).map((more) => [...all, ...more]));
    const shown = async (indexes: readonly number[]): Promise<unknown> => {
      const coach = startCoach();
      for (const index of indexes)
        expect(await coach.open(files[index]?.bytes ?? Buffer.of())).toMatchObject({ ok: true });
      return [
        await coach['people:read-copy']({ ...KEY, seq: null }),
        await coach['people:read']({ person: WRITER_ID }),
      ];
    };
    const expected = await shown([0, 1, 2]);
    await fc.assert(
      fc.asyncProperty(order, async (indexes) => {
        expect(await shown(indexes)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });
});

const ask = (coach: ReturnType<typeof startCoach>, text = 'What did you have in view?') =>
  coach['people:add-event']({
    ...KEY,
    event: {
      kind: 'question',
      place: { section: 'timeline', row: null, field: null },
      quote: null,
      replyTo: null,
      text,
      action: null,
    },
  });

describe('a withdrawal', () => {
  const withdrawal = sealed({
    kind: 'withdrawal',
    share: SHARE,
    seq: 2,
    previous: null,
    body: { on: '2026-06-09' },
  });

  it('removes copies and questions, and leaves the day and the coach’s own notes', async () => {
    const coach = startCoach();
    const copy = sealed(aCopy());
    await coach.open(copy.bytes);
    await ask(coach);
    await coach['people:save-notes']({ ...KEY, text: 'Ask about sleep' });
    expect(await coach.open(withdrawal.bytes)).toMatchObject({ value: { is: 'withdrawal', copies: 1 } });
    expect(await coach['people:read']({ person: WRITER_ID })).toMatchObject({
      value: { shares: [{ share: SHARE, title: '', withdrawnOn: '2026-06-09' }], open: [] },
    });
    expect(fault(await coach['people:read-copy']({ ...KEY, seq: null }))).toBe('not-found');
    expect(await coach['people:read-notes'](KEY)).toEqual({ ok: true, value: { text: 'Ask about sleep' } });
  });

  it('is not undone by an old copy, also when it comes first', async () => {
    const coach = startCoach();
    await coach.open(withdrawal.bytes);
    expect(fault(await coach.open(sealed(aCopy()).bytes))).toBe('withdrawn');
    expect(await coach.open(withdrawal.bytes)).toMatchObject({ value: { copies: 0 } });
  });

  it('by somebody else is refused', async () => {
    const coach = startCoach();
    await coach.open(sealed(aCopy()).bytes);
    const forged = { kind: 'withdrawal', share: SHARE, seq: 2, previous: null, body: { on: '2026-06-09' } } as const;
    expect(fault(await coach.open(sealed(forged, STRANGER).bytes))).toBe('wrong-sender');
    expect(await coach['people:read-copy']({ ...KEY, seq: null })).toMatchObject({ ok: true });
  });
});

it('says why a file is refused, and writes nothing', async () => {
  const coach = startCoach();
  const { bytes } = sealed(aCopy());
  const flipped = Buffer.from(bytes);
  flipped[flipped.length - 10] = (flipped[flipped.length - 10] ?? 0) ^ 1;
  expect(fault(await coach.open(flipped))).toBe('damaged');
  expect(fault(await coach.open(Buffer.from('hello')))).toBe('not-a-share');
  expect(fault(await coach.open(Buffer.alloc(6_000_000)))).toBe('too-large');
  expect(fault(await coach.open(sealed(aCopy(), WRITER, STRANGER.person).bytes))).toBe('not-for-you');
  expect(stored(coach.folder)).toEqual(new Map());
});
