import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { coeJsonSchema } from '#domain/file/json-schema.ts';

it('the schema in docs is the one the files are read with (npm run schema writes it)', () => {
  const kept: unknown = JSON.parse(readFileSync(new URL('../../../../docs/coe.schema.json', import.meta.url), 'utf8'));
  expect(kept).toEqual(JSON.parse(JSON.stringify(coeJsonSchema())));
});
