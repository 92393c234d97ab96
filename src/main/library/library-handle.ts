import { createHash } from 'node:crypto';

/**
 * Names a library folder to the page: 24 hexadecimal digits that do not reveal the path. Main only compares a handle
 * with those of folders it knows, so a made-up one matches nothing.
 */
export const handleOf = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 24);
