import { homedir } from 'node:os';
import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Downloads that every clone on this computer shares. */
export const cacheFolder = path.join(
  process.platform === 'win32'
    ? (process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'))
    : process.platform === 'darwin'
      ? path.join(homedir(), 'Library', 'Caches')
      : (process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache')),
  'once-build',
);
