import { z } from 'zod';

import { coeSchema, CURRENT_SCHEMA_VERSION } from '../coe/coe.ts';

/**
 * The JSON Schema of the file format, made from the schema that reads the files. `io: input` because defaults may be
 * left out.
 */
export const coeJsonSchema = (): Record<string, unknown> => ({
  $id: `once-coe-${CURRENT_SCHEMA_VERSION}.schema.json`,
  title: 'A Once COE file',
  ...z.toJSONSchema(coeSchema, { io: 'input', unrepresentable: 'any' }),
});
