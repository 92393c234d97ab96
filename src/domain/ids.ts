import { z } from 'zod';

/** Makes a new identifier. Passed in, because chance does not belong in the domain. */
export type NewId = () => string;

/** A ULID: 26 characters of Crockford's base 32, sortable by the time it was made (github.com/ulid/spec). */
const ULID_PATTERN = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** The id of a COE, which is also the name of its file. */
export const coeIdSchema = z.string().regex(ULID_PATTERN, 'is not a ULID');

/** Tells whether a string may name a COE's file. Everything else, above all a path, is refused. */
export const isCoeId = (text: string): boolean => ULID_PATTERN.test(text);
