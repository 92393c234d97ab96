import { link } from 'node:fs/promises';

/** Makes a link, or fails with this code as a file system without links does. */
export const linkThatFails = (code: string | null): typeof link =>
  code === null ? link : () => Promise.reject(Object.assign(new Error('no links'), { code }));
