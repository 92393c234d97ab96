import { describe, expect, it } from 'vitest';

import type { CoachingEvent } from '#domain/coaching/event.ts';
import { placeThread, quotableField, type SentCopies, sentText } from '#domain/coaching/place-thread.ts';
import { quotePassage } from '#domain/coaching/passages.ts';
import { threadsOf } from '#domain/coaching/threads.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { coachingEvent, COACH, WRITER } from '#test/support/coaching-events.ts';
import { testId } from '#test/support/test-ids.ts';

const AT = '2026-05-12T08:00:00.000Z';
const coeWith = (sections: Record<string, unknown>): Coe =>
  coeSchema.parse({
    format: 'once-coe',
    schemaVersion: 1,
    id: testId(1),
    kind: 'outage',
    title: 'Anna restarted the queue',
    createdAt: AT,
    updatedAt: AT,
    sections,
  });

const SENT = {
  title: 'Person A restarted the queue',
  sections: {
    cause: { prose: 'Person A silenced the alarm in March. Nobody looked.' },
    whys: { happened: [{ id: 'h1', text: 'There was no owner', whys: [{ id: 'h2', text: 'The team had moved on' }] }] },
  },
};

const COPIES: SentCopies = {
  rowIds: { h1: 'row-1', h2: 'row-2' },
  textOf: (_seq, place) => sentText(SENT, place),
  wordsOfRow: () => 'The team had moved on',
  replaceNames: (text) => text.replaceAll('Anna', 'Person A'),
};

const placed = (coe: Coe, place: CoachingEvent['place'], quoted: string | null = null) => {
  const text = sentText(SENT, place) ?? '';
  const start = text.indexOf(quoted ?? '');
  const quote = quoted === null ? null : quotePassage(text, 1, { start, end: start + quoted.length });
  const [thread] = threadsOf([coachingEvent('q', COACH, 1, 'question', null, { place, quote })], WRITER);
  if (thread === undefined) throw new Error('no thread');
  return placeThread(coe, thread, COPIES);
};

const prose = { section: 'cause', row: null, field: 'prose' } as const;

describe('placing a thread', () => {
  it('maps a passage with a pseudonym to the name in the text', () => {
    const same = coeWith({ cause: { prose: 'Anna silenced the alarm in March. Nobody looked.' } });
    expect(placed(same, prose, 'Person A silenced')).toMatchObject({
      passage: { is: 'unchanged' },
      words: 'Anna silenced',
    });
    const changed = coeWith({ cause: { prose: 'It was May. Anna silenced the alarm in March.' } });
    expect(placed(changed, prose, 'Person A silenced the alarm')).toMatchObject({
      passage: { is: 'carried', start: 12 },
      words: 'Anna silenced the alarm',
    });
  });

  it('finds a passage in the title', () => {
    const place = placed(coeWith({}), { section: 'header', row: null, field: 'title' }, 'Person A restarted');
    expect(place).toMatchObject({ section: 'header', words: 'Anna restarted' });
  });

  it('finds a row by its id in the copy, also within another row', () => {
    const coe = coeWith({
      whys: { happened: [{ id: 'row-1', text: 'No owner', whys: [{ id: 'row-2', text: 'The team had moved on' }] }] },
    });
    const place = placed(coe, { section: 'whys', row: 'h2', field: 'text' }, 'team had moved');
    expect(place).toMatchObject({ rowId: 'row-2', goneRow: null, words: 'team had moved' });
  });

  it('moves to the section with the first words of a row that is gone', () => {
    const place = placed(coeWith({}), { section: 'whys', row: 'h2', field: 'text' }, 'team had moved');
    expect(place).toMatchObject({
      rowId: null,
      goneRow: 'The team had moved on',
      passage: { is: 'not-placed', offer: null },
    });
  });

  it('does not place a passage whose text is gone, and takes no key of an object for a field', () => {
    expect(placed(coeWith({}), prose, 'silenced the alarm').passage).toEqual({ is: 'not-placed', offer: null });
    const place = placed(coeWith({}), { section: 'cause', row: null, field: '__proto__' });
    expect(place).toMatchObject({ section: 'cause', passage: null });
  });
});

describe('the field whose words can be quoted', () => {
  it.each([
    ['header', null, null, 'title'],
    ['cause', null, null, 'prose'],
    ['cause', null, 'triggerNote', 'triggerNote'],
    ['whys', 'h2', null, 'text'],
    ['whys', 'gone', null, null],
    ['impact', null, null, null],
  ] as const)('of %s, row %s and field %s is %s', (section, row, field, expected) => {
    expect(quotableField(SENT, { section, row, field })).toBe(expected);
  });
});
