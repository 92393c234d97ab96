import { expect, test } from 'vitest';

import { summarise } from '#domain/catalogue/coe-summary.ts';
import type { Coe, CoeLink } from '#domain/coe/coe.ts';
import { newPattern } from '#domain/patterns/pattern.ts';
import { patternsById } from '#domain/patterns/resolve-patterns.ts';
import { extractFeatures } from '#domain/similar/features.ts';
import { type Learned, learnedFrom } from '#domain/similar/learned.ts';
import { mostSimilar, type SimilarityMatch } from '#domain/similar/most-similar.ts';

import { coeOf } from '../../../fixtures/similar/coe-of.ts';
import { libraryCounts } from '../../../support/library-counts.ts';
import { testId } from '../../../support/test-ids.ts';

const outage = (number: number, title: string, cause: string): Coe =>
  coeOf({ kind: 'outage', title, happened: '2024-01-01', cause }, testId(number));

const ASKED = outage(
  9,
  'Gateway certificate expired again',
  'Nobody renewed the gateway certificate; the reminder went astray.',
);
const ALIKE = outage(
  1,
  'Gateway certificate expired',
  'Nobody renewed the certificate of the gateway; there was no reminder.',
);
const OTHER_WORDS = outage(
  2,
  'Sign-in stopped at midnight',
  'A signing key ran out. The gateway refused it, with no reminder.',
);
const OTHERS = ['A pipe burst above the rack', 'The queue filled with duplicates', 'Two migrations hung'].map(
  (title, place) => outage(place + 3, title, `${title}, and the gateway was down for a while.`),
);
const LIBRARY = [ALIKE, OTHER_WORDS, ...OTHERS];

const AT = '2024-01-01T00:00:00.000Z';
/** Two patterns, the second of which was merged into the first. */
const PATTERNS = patternsById([
  newPattern('Nobody renewed it', 'p', AT),
  { ...newPattern('It ran out', 'merged', AT), mergedInto: 'p' },
]);

const find = (library: readonly Coe[]): Map<string, SimilarityMatch> => {
  const learned: Learned = learnedFrom(library.map(summarise), PATTERNS);
  const counts = libraryCounts([ASKED, ...library]);
  const found = mostSimilar(extractFeatures(ASKED), library.map(extractFeatures), counts, 9, { learned });
  return new Map(found.map((match) => [match.id, match]));
};
const scoreOf = (library: readonly Coe[], { id }: Coe): number => find(library).get(id)?.score ?? 0;

const dismissing = (coe: Coe, ...ids: string[]): Coe => ({ ...coe, dismissed: { ...coe.dismissed, similar: ids } });
const linked = (coe: Coe, coeId: string): Coe => {
  const link: CoeLink = { id: 'l', type: 'same-cause', coeId, note: '', fixId: null, verdict: null };
  return { ...coe, links: [link] };
};
const changed = (...changes: Coe[]): Coe[] => LIBRARY.map((coe) => changes.find(({ id }) => id === coe.id) ?? coe);

test('a COE that was dismissed beside others counts for less, says so, and never for less than seven tenths', () => {
  const before = scoreOf(LIBRARY, ALIKE);
  const scores = [1, 2, 3, 4].map((often) =>
    scoreOf(changed(...[OTHER_WORDS, ...OTHERS].slice(0, often).map((coe) => dismissing(coe, ALIKE.id))), ALIKE),
  );
  expect(scores[0]).toBeLessThan(before);
  expect(scores[1]).toBeLessThan(scores[0] ?? 0);
  expect(scores[3]).toBe(scores[2]);
  expect(scores[3]).toBeGreaterThanOrEqual(before * 0.7 - 0.001);
  const reasons = find(changed(dismissing(OTHER_WORDS, ALIKE.id))).get(ALIKE.id)?.reasons;
  expect(reasons?.map(({ words }) => words)).toContain('Counts less: dismissed beside 1 COE');
});

test.each([
  ['linked with', changed(linked(OTHER_WORDS, ALIKE.id))],
  ['linked from', changed(linked(ALIKE, OTHER_WORDS.id))],
  ['of the same pattern as', changed({ ...ALIKE, patternIds: ['p'] }, { ...OTHER_WORDS, patternIds: ['p'] })],
  ['of a merged pattern as', changed({ ...ALIKE, patternIds: ['p'] }, { ...OTHER_WORDS, patternIds: ['merged'] })],
])('a COE that is %s one at a level counts for more, by a tenth of it', (_, library) => {
  expect(find(LIBRARY).get(ALIKE.id)?.level).not.toBe('none');
  const lent = scoreOf(library, OTHER_WORDS) - scoreOf(LIBRARY, OTHER_WORDS);
  expect(lent).toBeGreaterThan(0);
  expect(lent).toBeLessThanOrEqual(0.1 * scoreOf(LIBRARY, ALIKE) + 0.11);
  expect(scoreOf(library, ALIKE)).toBe(scoreOf(LIBRARY, ALIKE));
});

test('a link between COEs that are not alike changes nothing, and neither does one as related only', () => {
  const [first, second] = OTHERS;
  if (first === undefined || second === undefined) throw new Error('two COEs');
  expect(find(changed(linked(first, second.id)))).toEqual(find(LIBRARY));
  const related = linked(OTHER_WORDS, ALIKE.id);
  const [link] = related.links;
  if (link === undefined) throw new Error('a link');
  expect(find(changed({ ...related, links: [{ ...link, type: 'related' }] }))).toEqual(find(LIBRARY));
});

test('what was taken back leaves no trace', () => {
  expect(find(changed(dismissing(dismissing(OTHER_WORDS, ALIKE.id))))).toEqual(find(LIBRARY));
});
