import { createHash } from 'node:crypto';

/** The revision of a file: the SHA-256 of its bytes in base64url, 43 characters. Independent of clocks and counters. */
export const revisionOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
