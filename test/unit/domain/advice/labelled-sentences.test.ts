import { describe, expect, test } from 'vitest';

import { ALL_SENTENCES } from '#test/fixtures/wording/all-sentences.ts';
import { AT_OTHER_WORK } from '#test/fixtures/wording/at-other-work.ts';
import { IN_FIVE_VOICES } from '#test/fixtures/wording/in-five-voices.ts';
import { IN_FOUR_VOICES, IN_FOUR_VOICES_UNSEEN } from '#test/fixtures/wording/in-four-voices.ts';
import { IN_LONGER_SENTENCES } from '#test/fixtures/wording/in-longer-sentences.ts';
import { IN_TEN_VOICES } from '#test/fixtures/wording/in-ten-voices.ts';
import { IN_THREE_VOICES } from '#test/fixtures/wording/in-three-voices.ts';
import { PLAIN_FACTS } from '#test/fixtures/wording/plain-facts.ts';
import { ORDINARY_DAYS } from '#test/fixtures/wording/ordinary-days.ts';
import { isSentenceHeldOut } from '#test/fixtures/wording/sentences.ts';
import { type WordingFigures, wordingFigures } from '#test/support/wording-figures.ts';

const MIN_PRECISION = 0.9;
const MIN_RECALL = 0.8;

const row = (half: string, figures: WordingFigures): object => ({
  half,
  guilty: figures.guilty,
  innocent: figures.innocent,
  precision: figures.precision.toFixed(2),
  recall: figures.recall.toFixed(2),
});

test('the sentences in five voices are 264, none of them twice or in the first set', () => {
  const everything = [...ALL_SENTENCES, ...IN_FIVE_VOICES].map(({ rule, guilty, innocent }) =>
    [...guilty, ...innocent].map((sentence) => `${rule}: ${sentence}`),
  );
  const ours = everything.slice(ALL_SENTENCES.length).flat();
  expect(ours).toHaveLength(264);
  expect(everything.flat()).toHaveLength(new Set(everything.flat()).size);
});

describe.each(ALL_SENTENCES.map((sentences) => [sentences.rule, sentences] as const))('%s', (_, sentences) => {
  test('has at least 24 sentences of either sort, each in one of them only', () => {
    const all = [...sentences.guilty, ...sentences.innocent];
    expect(all).toEqual([...new Set(all)]);
    expect(Math.min(sentences.guilty.length, sentences.innocent.length)).toBeGreaterThanOrEqual(24);
  });
});

const SETS = { 'the first set': ALL_SENTENCES, 'five voices': IN_FIVE_VOICES };

describe.each(Object.entries(SETS).flatMap(([set, all]) => all.map((each) => [set, each.rule, each] as const)))(
  '%s: %s',
  (set, rule, sentences) => {
    test('speaks about what it should and is silent about the rest, on the sentences it was not tuned on', () => {
      const heldOut = wordingFigures(sentences, isSentenceHeldOut);
      const tuned = wordingFigures(sentences, (sentence) => !isSentenceHeldOut(sentence));
      console.table({
        [`${set}: ${rule}`]: row('held out', heldOut),
        [`${set}: ${rule} `]: row('tuned on', tuned),
      });
      expect(heldOut.precision).toBeGreaterThanOrEqual(MIN_PRECISION);
      expect(heldOut.recall).toBeGreaterThanOrEqual(MIN_RECALL);
    });
  },
);

test.each(PLAIN_FACTS.map((facts) => [facts.rule, facts] as const))('%s is silent about plain facts', (_, facts) => {
  expect(new Set(facts.innocent).size).toBe(facts.innocent.length);
  expect(wordingFigures(facts, () => true).accused).toEqual([]);
});

describe.each(AT_OTHER_WORK.map((each) => [each.rule, each] as const))('at other work: %s', (rule, sentences) => {
  test('hardly ever speaks about a fact, and finds most reproaches', () => {
    const figures = wordingFigures(sentences, () => true);
    console.table({ [`at other work: ${rule}`]: row('all', figures) });
    expect(figures.precision).toBeGreaterThanOrEqual(0.95);
    expect(figures.recall).toBeGreaterThanOrEqual(0.7);
  });
});

test.each([
  ['tuned on', IN_FOUR_VOICES],
  ['unseen', IN_FOUR_VOICES_UNSEEN],
] as const)(
  'in four voices, %s: the rule is hardly ever wrong, and finds most answers that end at a person',
  (set, all) => {
    const figures = wordingFigures(all, () => true);
    console.table({ [`in four voices: ${all.rule}`]: row(set, figures) });
    expect(figures.precision).toBeGreaterThanOrEqual(MIN_PRECISION);
    expect(figures.recall).toBeGreaterThanOrEqual(MIN_RECALL);
  },
);

test('on ordinary days, verbs that may tell a shortcoming tell facts, too', () => {
  const figures = wordingFigures(ORDINARY_DAYS, () => true);
  expect(figures.accused).toEqual([]);
  expect(figures.recall).toBeGreaterThanOrEqual(0.9);
});

describe.each(IN_THREE_VOICES.map((each) => [each.rule, each] as const))('in three voices: %s', (rule, sentences) => {
  test('is hardly ever wrong', () => {
    const figures = wordingFigures(sentences, () => true);
    console.table({ [`in three voices: ${rule}`]: row('all', figures) });
    expect(figures.accused).toEqual([]);
    expect(figures.recall).toBeGreaterThanOrEqual(0.5);
  });
});

describe.each([
  ...IN_TEN_VOICES.map((each) => ['in ten voices', each.rule, each] as const),
  ...IN_LONGER_SENTENCES.map((each) => ['longer', each.rule, each] as const),
])('%s: %s', (set, rule, sentences) => {
  test('is hardly ever wrong, and finds most of what was mended', () => {
    const figures = wordingFigures(sentences, () => true);
    console.table({ [`${set}: ${rule}`]: row('all', figures) });
    expect(figures.accused).toEqual([]);
    expect(figures.recall).toBeGreaterThanOrEqual(0.7);
  });
});
