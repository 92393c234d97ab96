import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { extractFeatures } from '#domain/similar/features.ts';
import { mostSimilar } from '#domain/similar/most-similar.ts';
import { coeOf } from '#test/fixtures/similar/coe-of.ts';
import { half } from '#test/fixtures/similar/halves.ts';
import { libraryCounts } from '#test/support/library-counts.ts';
import { testId } from '#test/support/test-ids.ts';

const EXAMPLES = path.join(import.meta.dirname, '../../../../resources/examples/coes');

/** The ids of COEs that are very like one another in a library of only these, the one asked about first. */
const veryLike = (library: readonly Coe[]): [string, string][] => {
  const features = library.map(extractFeatures);
  return features.flatMap((one) =>
    mostSimilar(one, features, libraryCounts(library), 5, { sample: features })
      .filter(({ level }) => level === 'very-like')
      .map(({ id }): [string, string] => [one.id, id]),
  );
};

const readExamples = (): Coe[] =>
  readdirSync(EXAMPLES).map((name) => {
    const coe = readCoe(readFileSync(path.join(EXAMPLES, name), 'utf8'));
    if (!coe.ok) throw new Error(name);
    return coe.value;
  });

test('what every example says of itself is no reason to show it', () => {
  const library = readExamples();
  const features = library.map(extractFeatures);
  const reasons = features.flatMap((one) =>
    mostSimilar(one, features, libraryCounts(library), 5, { sample: features }).flatMap((found) => found.reasons),
  );
  expect(reasons.length).toBeGreaterThan(0);
  expect(JSON.stringify(reasons)).not.toMatch(/invented|example/i);
});

test('of the eight examples, only those are very like that are linked', () => {
  const library = readExamples();
  const linked = new Set(
    library.flatMap(({ id, links }) => links.flatMap((link) => [id + link.coeId, link.coeId + id])),
  );
  const found = veryLike(library);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(([one, other]) => !linked.has(one + other))).toEqual([]);
});

test('in libraries of eight, a repeat can be very like, and nothing else is', () => {
  const { repeats, lookAlikes } = half('tuned-on');
  let right = 0;
  for (let at = 0; at + 2 <= Math.min(repeats.length, lookAlikes.length); at += 2) {
    const pairs = [...repeats.slice(at, at + 2), ...lookAlikes.slice(at, at + 2)];
    const found = veryLike(
      pairs.flatMap(({ first, second }, place) => [
        coeOf(first, testId(2 * place)),
        coeOf(second, testId(2 * place + 1)),
      ]),
    );
    const isRepeat = ([one, other]: readonly [string, string]): boolean =>
      [0, 2].some((place) => [testId(place), testId(place + 1)].every((id) => id === one || id === other));
    expect(found.filter((each) => !isRepeat(each))).toEqual([]);
    right += found.length;
  }
  expect(right).toBeGreaterThanOrEqual(14);
});
