import { expect, test } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { extractFeatures } from '#domain/similar/features.ts';
import { compareFeatures, createComparison } from '#domain/similar/similarity.ts';

import { coeOf } from '../../../fixtures/similar/coe-of.ts';
import { libraryCounts } from '../../../support/library-counts.ts';
import { testId } from '../../../support/test-ids.ts';

const outage = (number: number, title: string, cause: string): Coe =>
  coeOf({ kind: 'outage', title, happened: '2024-01-01', cause }, testId(number));

const ONE = outage(
  1,
  'Launcher timed out',
  'The scheduler evicted the launcher, and the watcher never noticed the missing pods.',
);
const OTHER = outage(
  2,
  'Visitors saw errors',
  'The watcher lost its pods after the scheduler restarted, so the proxy answered with errors.',
);
const ALIKE = Array.from({ length: 20 }, (_, place) =>
  outage(
    place + 10,
    `Launcher trouble ${'abcdefghijklmnopqrst'[place]}`,
    'The launcher hung: its watcher and the scheduler disagreed about missing pods that had timed out or were evicted.',
  ),
);
const STRANGERS = ['A pipe burst above the rack', 'A contractor cut the fibre', 'The wrong account was charged'].map(
  (title, place) => outage(place + 40, title, `${title}, and nobody was on call.`),
);

/** The level of both COEs in a library whose other COEs are these; the counts of words stay the same. */
const levelAmong = (library: readonly Coe[]) => {
  const [one, other] = [extractFeatures(ONE), extractFeatures(OTHER)];
  const counts = libraryCounts([ONE, OTHER, ...STRANGERS]);
  return compareFeatures(one, other, createComparison([one, other], counts, library.map(extractFeatures))).level;
};

test('what is usual in a library is not enough for a level', () => {
  expect(levelAmong(STRANGERS)).toBe('perhaps');
  expect(levelAmong(ALIKE)).toBe('none');
});

test('a library of strangers does not make less enough', () => {
  expect(levelAmong([])).toBe(levelAmong(STRANGERS));
});
