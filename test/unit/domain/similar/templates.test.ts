import { expect, test } from 'vitest';

import { extractFeatures } from '#domain/similar/features.ts';
import { mostSimilar } from '#domain/similar/most-similar.ts';
import { templateLines } from '#domain/similar/templates.ts';

import { coeOf } from '../../../fixtures/similar/coe-of.ts';
import { libraryCounts } from '../../../support/library-counts.ts';
import { testId } from '../../../support/test-ids.ts';

const TEMPLATE = 'Describe the support hours and the chat thread here.\nNobody was blamed in this report.';
const CAUSES = [
  'The certificate expired overnight.',
  'A pipe burst above the server rack.',
  'Somebody typed the wrong account number.',
  'The queue filled with duplicates.',
  'A contractor cut the fibre outside.',
  'Two migrations locked the same table.',
];

const reports = CAUSES.map((cause, place) =>
  coeOf(
    { kind: 'outage', title: `Report ${'abcdef'[place]}`, happened: '2024-01-01', cause: `${cause}\n${TEMPLATE}` },
    testId(place),
  ),
);

test('lines that a good part of the library repeats are a template, and the others are not', () => {
  const templates = templateLines(reports.map(extractFeatures));
  expect([...templates].some((key) => key.includes('support'))).toBe(true);
  expect([...templates].some((key) => key.includes('certificat'))).toBe(false);
});

test('reports that share only their template are not similar, and the template is no reason', () => {
  const features = reports.map(extractFeatures);
  const counts = libraryCounts(reports);
  for (const one of features) {
    for (const { level, reasons } of mostSimilar(one, features, counts, 5)) {
      expect(level).toBe('none');
      expect(reasons.filter(({ about }) => about === 'phrases')).toEqual([]);
    }
  }
});
