import { readFileSync } from 'node:fs';
import { connect, type NetConnectOpts } from 'node:net';

/** A local X display, as `DISPLAY` names it. */
export type LocalDisplay = {
  readonly number: string;
  /** Whether it was named `unix:0`, so that no TCP is tried. */
  readonly isUnixOnly: boolean;
};

/** The first port of X servers on TCP: that of display 0. */
const FIRST_PORT = 6000;
const LAST_PORT = 65_535;

/** How long a server may take to accept a connection, in milliseconds. One that takes longer counts as there. */
const LIMIT_MS = 3000;

/**
 * Whether an X server answers for a local display. It is looked for where Chromium looks for it: a socket without a file, which
 * only Linux has, then the file of a socket, which may have outlived its server, then TCP on this computer. Nothing is sent.
 * True where nobody can say.
 *
 * @param folder where X servers have the files of their sockets
 */
export async function answersX11({ number, isUnixOnly }: LocalDisplay, folder = '/tmp/.X11-unix'): Promise<boolean> {
  const socket = `${folder}/X${number}`;
  const listed = isListening(`@${socket}`);
  if (listed === true || (await accepts({ path: socket }, ['ENOENT', 'ECONNREFUSED']))) return true;
  const port = FIRST_PORT + Number(number);
  if (!isUnixOnly && port <= LAST_PORT) {
    // Addresses, because a name may have to be asked for on a network. A family that the system lacks has other errors.
    for (const host of ['127.0.0.1', '::1']) if (await accepts({ host, port }, null)) return true;
  }
  return listed === null;
}

/**
 * Whether a server listens at a socket without a file, which is gone as soon as its server is. Null where the system does not
 * list them. Not every Node that the app runs on can connect to one.
 */
function isListening(name: string): boolean | null {
  try {
    const open = readFileSync('/proc/net/unix', 'utf8').split('\n');
    return open.some((line) => line.endsWith(` ${name}`) && line.split(/\s+/)[3] === LISTENING);
  } catch {
    return null;
  }
}

/** The flags of a socket that accepts connections, as Linux lists them. */
const LISTENING = '00010000';

/** Whether a server accepts a connection. An error that is not named means that somebody may be there; null names all. */
function accepts(to: NetConnectOpts, absent: readonly string[] | null): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(to);
    const answer = (isThere: boolean): void => {
      connection.destroy();
      resolve(isThere);
    };
    connection.setTimeout(LIMIT_MS, () => answer(true));
    connection.once('connect', () => answer(true));
    connection.once('error', ({ code = '' }: NodeJS.ErrnoException) =>
      answer(absent !== null && !absent.includes(code)),
    );
  });
}
