import { existsSync, readFileSync } from 'node:fs';

import { nullOnDiskError } from '#main/disk/disk-error.ts';

/** A display of this computer, as `DISPLAY` names it. */
export type LocalDisplay = {
  readonly number: number;
  /** Whether it was named as `unix:0`, for which Chromium does not try TCP. */
  readonly isUnixOnly: boolean;
};

/**
 * What is known of an X server. `unlisted` has a socket as a file, which no program here seems to have open: a server that
 * was killed leaves it behind, and one in another network namespace is not seen from here but can be used.
 */
export type X11Server = 'there' | 'unlisted' | 'absent';

/** The port of display 0 on TCP. */
const FIRST_PORT = 6000;

/** Where the socket of a display is, and its name where it has no file. */
export const x11Socket = (display: number): string => `/tmp/.X11-unix/X${display}`;

/**
 * Looks for the X server of a display in the lists that Linux has of open sockets and ports, without a connection. `there`
 * where these cannot be read.
 */
export function findX11Server({ number, isUnixOnly }: LocalDisplay): X11Server {
  const socket = x11Socket(number);
  const open = readProc('/proc/net/unix');
  if (open === null || [` ${socket}\n`, ` @${socket}\n`].some((end) => open.includes(end))) return 'there';
  if (!isUnixOnly && listensOn(FIRST_PORT + number)) return 'there';
  return existsSync(socket) ? 'unlisted' : 'absent';
}

/** Whether a program of this computer waits for connections on a port, by IPv4 or IPv6. */
function listensOn(port: number): boolean {
  const hex = port.toString(16).toUpperCase();
  // The address and port, those of the other end, and the state: 0A waits.
  const waiting = new RegExp(`^ *\\d+: [0-9A-F]+:${hex} [0-9A-F]+:0000 0A `, 'm');
  return ['/proc/net/tcp', '/proc/net/tcp6'].some((list) => waiting.test(readProc(list) ?? ''));
}

function readProc(file: string): string | null {
  try {
    return readFileSync(file, 'latin1');
  } catch (error) {
    return nullOnDiskError(error);
  }
}
