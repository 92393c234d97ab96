import { expect, test } from 'vitest';

import { type Figures, measureWays } from '../../../support/similar-figures.ts';

const HEAD = 'held-out pairs                 recall at 3     MRR   shown  false alarms  others shown';

const rowOf = (name: string, { recallAt3, meanReciprocalRank, shown, falseAlarms, besides }: Figures): string =>
  [
    name.padEnd(29),
    recallAt3.toFixed(2).padStart(13),
    meanReciprocalRank.toFixed(2).padStart(8),
    shown.toFixed(2).padStart(8),
    falseAlarms.toFixed(2).padStart(14),
    besides.toFixed(2).padStart(14),
  ].join('');

test('finds the repeats and hides the look-alikes among pairs that were not used for tuning', () => {
  const ways = measureWays();
  process.stdout.write(`\n${[HEAD, ...Object.entries(ways).map(([name, each]) => rowOf(name, each))].join('\n')}\n`);
  const ours = ways['what ships'];
  expect(ours.recallAt3).toBeGreaterThanOrEqual(0.9);
  expect(ours.falseAlarms).toBeLessThanOrEqual(0.1);
  // A repeat must not only rank high but also be shown, and unrelated COEs must not.
  expect(ours.shown).toBeGreaterThanOrEqual(0.8);
  expect(ours.besides).toBeLessThanOrEqual(0.1);
  for (const other of [ways['plain BM25'], ways['choices alone']]) {
    expect(ours.meanReciprocalRank).toBeGreaterThanOrEqual(other.meanReciprocalRank);
    expect(ours.shown).toBeGreaterThanOrEqual(other.shown);
    expect(ours.falseAlarms + ours.besides).toBeLessThanOrEqual(other.falseAlarms + other.besides + 1e-9);
  }
});
