import { z } from 'zod';

import { coeSchema, CURRENT_SCHEMA_VERSION } from '../coe/coe.ts';

/** The JSON Schema of the file format, generated from the schema that reads files. Keys with defaults are optional. */
export const coeJsonSchema = (): Record<string, unknown> => ({
  $id: `once-coe-${CURRENT_SCHEMA_VERSION}.schema.json`,
  title: 'A Once COE file',
  ...z.toJSONSchema(coeSchema, { io: 'input', unrepresentable: 'any' }),
});
