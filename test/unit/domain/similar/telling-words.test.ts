import { expect, test } from 'vitest';

import { extractFeatures } from '#domain/similar/features.ts';
import { mostSimilar } from '#domain/similar/most-similar.ts';
import { withoutNoise } from '#domain/similar/telling-words.ts';

import { coeOf } from '../../../fixtures/similar/coe-of.ts';
import { libraryCounts } from '../../../support/library-counts.ts';
import { testId } from '../../../support/test-ids.ts';

const NOISE = [
  'https://status.example.com/incidents/abc-def?x=1#top',
  'www.example.com',
  'anna.lee@example.com',
  '/var/log/nginx/error',
  'C:\\Users\\anna\\notes',
  'deploy.yaml',
  'db-primary.internal',
  'OPS-4711',
  '#812',
  '3f2a9c1d77',
  '2024-05-12T08:15:00Z',
  '12.05.2024',
  '8:24',
  '14h30',
  'v2.13.4',
  'node17',
];

test.each(NOISE)('%s is not language', (noise) => {
  const text = `before ${noise} after`;
  const rest = withoutNoise(text);
  expect(rest).toHaveLength(text.length);
  expect(rest.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word))).toEqual(['before', 'after']);
});

test.each(['the on/off switch', 'and/or', 'a well-known face', 'Lea’s cafe', 'decade', 'feedback', 'déjà vu'])(
  '%s stays',
  (text) => {
    expect(withoutNoise(text)).toBe(text);
  },
);

test('COEs that share only addresses, ids and times are not shown, and no reason quotes one', () => {
  const noise = ['[OPS-4711]', ...NOISE].join(' and ');
  const coes = ['The lid was loose.', 'Nobody fed the cat.'].map((cause, place) =>
    coeOf({ kind: 'other-mistake', title: '', happened: '2024-05-12', cause: `${cause} See ${noise}` }, testId(place)),
  );
  const [one, other] = coes.map(extractFeatures);
  if (one === undefined || other === undefined) throw new Error('two COEs');
  const found = mostSimilar(one, [other], libraryCounts(coes), 5);
  expect(found.filter(({ level }) => level !== 'none')).toEqual([]);
  // They do cite the same ticket, and that is said without its name.
  expect(found.flatMap(({ reasons }) => reasons.map(({ about }) => about))).toEqual(['ticket', 'kind']);
});
