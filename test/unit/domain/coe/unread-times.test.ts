import { expect, it } from 'vitest';

import { unreadTimes } from '#domain/coe/unread-times.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { differences } from '#domain/merge/differences.ts';
import { searchableText } from '#domain/search/searchable-text.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { unreadMoment } from '#domain/time/moment.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

const base = someCoe({}, 1);
const withWords = {
  ...base,
  sections: {
    ...base.sections,
    timeline: { ...base.sections.timeline, entries: [timelineEntry('a', unreadMoment('around lunch on tuesday'))] },
    noticed: { ...base.sections.noticed, earliest: unreadMoment('02:02 CST') },
  },
};

it('finds what was typed for a time that could not be read', () => {
  expect(unreadTimes(withWords)).toEqual({
    header: [],
    timeline: ['around lunch on tuesday'],
    noticed: ['02:02 CST'],
  });
});

it('keeps it in the file', () => {
  const read = readCoe(writeCoe(withWords));
  expect(read.ok && unreadTimes(read.value)).toEqual(unreadTimes(withWords));
});

it('finds it in a search and shows it in a comparison', () => {
  const passages = searchableText(withWords).flatMap((field) => field.passages);
  expect(passages).toContain('around lunch on tuesday');
  expect(passages).toContain('02:02 CST');
  const without = { ...withWords, sections: { ...withWords.sections, noticed: base.sections.noticed } };
  expect(differences(withWords, without, PLAIN_DATE_STYLE)).toMatchObject([{ mine: '02:02 CST', theirs: '' }]);
});
