import { expect, it } from 'vitest';

import type { Problem } from '#ipc/library-state.ts';
import { problemWords, whereInFile } from '#renderer/features/library/problem-words.ts';

const REASONS: Problem['reason'][] = [
  'empty',
  'zero-filled',
  'wrong-encoding',
  'too-large',
  'too-deep',
  'not-json',
  'not-a-coe',
  'newer-version',
  'invalid',
  'wrong-name',
  'not-opened',
  'not-sealed',
  'not-a-file',
  'not-permitted',
  'not-here-yet',
  'input-output',
];

it.each(REASONS)('explains %s and what to do', (reason) => {
  const { what, next } = problemWords({ fileName: 'a.json', reason, detail: 'somewhere' });
  for (const words of [what, next]) {
    expect(words).toMatch(/^[A-Z].*\.$/s);
    expect(words).not.toMatch(/!|\bentity\b|\brecord\b|\bschema\b/);
  }
});

it('shows the location in the file only when it is a sentence', () => {
  const problem = { fileName: 'a.json', detail: 'Not JSON from character 4 on.' };
  expect(whereInFile({ ...problem, reason: 'not-json' })).toBe('Not JSON from character 4 on.');
  expect(whereInFile({ ...problem, reason: 'too-large', detail: '9 bytes' })).toBe('');
});

it.each([
  ['empty', '0 bytes', 'available offline'],
  ['not-here-yet', 'iCloud', 'Download it'],
] as const)('calls the placeholder of a sync service what it is: %s', (reason, sign, way) => {
  const { what, next } = problemWords({ fileName: 'a.json', reason, detail: '' });
  expect(what).toContain('placeholder');
  expect(what).toContain(sign);
  expect(next).toContain(way);
  expect(next).toContain('appears by itself');
});
