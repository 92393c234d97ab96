import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { readSource } from '#domain/import/read-source.ts';
import { wordsMissing } from '#domain/import/word-bag.ts';

import { PLAIN_OPTIONS, stringsIn } from './read-report.ts';

/** Pieces of reports, in any order and mixed up. */
const piece = fc.constantFrom(
  '# Title',
  '## Timeline (UTC)',
  '## Timeline\n\n### 10:00\n\ntext',
  'Impact\n------',
  '## Root cause & trigger',
  '### Something else',
  '**Action items:**',
  '**Severity:** major',
  '**Date:** 3 May 2021, in the evening',
  '- **Key events**\n  - 2021-05-03 10:00 begin\n  - 25:99 odd\n    - nested',
  '- 10:00 alpha\n- 10:20 beta\n  continued\n\n  with a paragraph',
  '1. one\n2. two\n   - [x] three @bob\n   - ~~four~~',
  '| Time | Event |\n|---|---|\n| 10:00 | a \\| b |\n| | c |',
  '| Action | Owner | Due |\n|---|---|---|\n| x | TBD | soon |\n| y | @z | 2021-02-30 |',
  '```\n10:00 log\n10:01 log\n10:02 log\n```',
  '> quoted\n> - 10:00 list',
  '[ref]: https://example.org/a-b "title"',
  '![pic](a%20b.png) and [text][ref]',
  '<details>\n<summary>More</summary>\n\n## 5 whys\n\n1. Why?\n2. Because.\n\n</details>',
  '---',
  'Plain text at 14:00 and 2.50 GB.\nSecond line: value',
  '{{ template }} <%= tag %>',
);

it('loses no word of any report, and never throws', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.constantFrom('\n\n', '\n'), (pieces, gap) => {
      const content = pieces.join(gap);
      const reading = readSource({ path: '2021-05-03-x.md', content }, PLAIN_OPTIONS);
      if (reading.is !== 'reports') return;
      const found = reading.reports.flatMap(({ coe, source }) => [...stringsIn(coe), ...stringsIn(source)]);
      expect(wordsMissing(content, found)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('survives any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (content) => {
      expect(['reports', 'skipped', 'refused']).toContain(readSource({ path: 'x.md', content }, PLAIN_OPTIONS).is);
    }),
    { numRuns: 300 },
  );
});
