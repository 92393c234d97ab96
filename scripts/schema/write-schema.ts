import { writeFileSync } from 'node:fs';

import { coeJsonSchema } from '../../src/domain/file/json-schema.ts';

/* Generates docs/coe.schema.json, the JSON Schema of the file format, from the schema that validates files. */
const target = new URL('../../docs/coe.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(coeJsonSchema(), null, 2)}\n`);
