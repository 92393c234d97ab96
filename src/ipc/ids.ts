import { z } from 'zod';

import { VERSION_REASONS } from '#domain/versions/version-reason.ts';

/**
 * The schemas of the names in requests. Each refuses paths: an id has the exact form that main gives out, and a file
 * name is a single path segment. Main still looks up every name among those it knows.
 */

/** A ULID in Crockford's base 32, as in `coeIdSchema`. */
const ULID = '[0-7][0-9A-HJKMNP-TV-Z]{25}';

/** A time in UTC to the millisecond, as in `20260301T102207512Z`. */
const TIME = '\\d{8}T\\d{9}Z';

/** A COE in the trash: the time it was deleted, and its id. */
export const trashIdSchema = z.string().regex(new RegExp(`^${TIME}-${ULID}$`));

/** A version of a COE: the time it was stored, and why. */
export const versionIdSchema = z.string().regex(new RegExp(`^${TIME}-(${VERSION_REASONS.join('|')})$`));

/** Unsaved changes in the journal. */
export const recoveredIdSchema = z.string().regex(/^[0-9A-Za-z-]{1,100}$/);

/** A backup: its file name, as in `2026-11-23T093015Z.zip`. */
export const backupIdSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d{6}Z\.zip$/);

/** A library, from `LibraryState`, `RecentLibrary` or `coe:open`. */
export const libraryHandleSchema = z.string().regex(/^[0-9a-f]{24}$/);

/** For a write: the library to write to. Main answers `library-switched` when another one is open. */
export const inLibrary = { library: libraryHandleSchema };

/** The revision of a file: the SHA-256 of its bytes in base64url. Opaque to the page. */
export const revisionSchema = z.string().regex(/^[\w-]{43}$/);

/**
 * The revision that a save is based on; `none` when no file must exist, because it was deleted while its COE was open.
 */
export const baseSchema = z.string().regex(/^(?:none|[\w-]{43})$/);

/**
 * The name of a file in the library's folder, as Problems lists it. Every single path segment is one. It may contain a
 * backslash on Linux.
 */
export const fileNameSchema = z
  .string()
  .max(1000)
  .regex(/^(?!\.{1,2}$)[^/\0]+$/);

/** The id of an action or a check within a COE. Main only compares it with those in the file. */
export const itemIdSchema = z.string().min(1).max(200);

/** The id of an import, a ULID. */
export const batchSchema = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
