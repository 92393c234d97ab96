import { createHash } from 'node:crypto';

/** Names a version of a file by its bytes: SHA-256 in base64url, 43 characters. Clocks and counters have no say in it. */
export const revisionOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
