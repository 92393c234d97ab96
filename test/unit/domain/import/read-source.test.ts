import { expect, it } from 'vitest';

import { importChoicesSchema, importOptions } from '#domain/import/imported-report.ts';
import { readSource } from '#domain/import/read-source.ts';

const options = importOptions(
  importChoicesSchema.parse({ zone: null, dateOrder: 'day-first', headings: {}, kind: null, splitReports: true }),
  'UTC',
);

it('skips a file of an unknown kind and says so', () => {
  expect(readSource({ path: 'style.css', content: 'body {}' }, options)).toEqual({
    is: 'skipped',
    reason: 'This is not a kind of file that Once imports.',
  });
});
