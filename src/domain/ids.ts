import { z } from 'zod';

/** Returns a new id each time. Passed in, because the domain has no randomness of its own. */
export type NewId = () => string;

/** A ULID: 26 characters of Crockford's base 32, sortable by the time it was made (github.com/ulid/spec). */
const ULID_PATTERN = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** The id of a COE, which is also the name of its file. */
export const coeIdSchema = z.string().regex(ULID_PATTERN, 'is not a ULID');

/**
 * The id of a pattern, which is also the name of its file. New ones are ULIDs; ids that other programs gave are
 * accepted if they are safe as a file name.
 */
export const patternIdSchema = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$/, 'is not the id of a pattern');

/** Whether a string is the id of a COE and so may name its file. Anything else, above all a path, is not. */
export const isCoeId = (text: string): boolean => ULID_PATTERN.test(text);
