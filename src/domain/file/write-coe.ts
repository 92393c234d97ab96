import { type Coe, coeSchema } from '../coe/coe.ts';

/**
 * The text of a COE's file: pretty-printed, keys in the order of the schema and unknown ones after them in the order
 * they were read, a newline at the end. Parsing puts the keys in that order, whatever order an edit left them in.
 */
export const writeCoe = (coe: Coe): string => `${JSON.stringify(coeSchema.parse(coe), null, 2)}\n`;
