import { existsSync, readFileSync } from 'node:fs';

/**
 * Whether an X server may answer for a local display: its socket is a file, or has a name without a file, which Linux
 * lists. True where that list cannot be read.
 */
export function hasX11Socket(display: string): boolean {
  const socket = `/tmp/.X11-unix/X${display}`;
  if (existsSync(socket)) return true;
  try {
    const open = readFileSync('/proc/net/unix', 'utf8');
    return open.split('\n').some((line) => line.endsWith(` @${socket}`));
  } catch {
    return true;
  }
}
