import { type Coe, coeSchema } from '../coe/coe.ts';

/**
 * The text of a COE file: indented JSON with a final newline. Keys are in the order of the schema, which parsing
 * restores, and unknown keys follow in the order they were read. Throws when the COE is invalid.
 */
export const writeCoe = (coe: Coe): string => `${JSON.stringify(coeSchema.parse(coe), null, 2)}\n`;
