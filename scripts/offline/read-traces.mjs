import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Local sockets that a window needs: the display, the desktop's bus, user names, sound. */
const DESKTOP =
  /\/(?:\.X11-unix\/|dbus|nscd\/socket|wayland-|pulse\/|pipewire-|bus$|at-spi)|SingletonSocket|scoped_dir|^$/;
const REACHES = /^\d+ +(?:connect|sendto|sendmsg|sendmmsg)\(/;

/**
 * Chromium asks the system for the route to these addresses with a connect that sends no packet: for WebRTC, and before
 * it resolves a name for a page that may not have one resolved. No switch turns it off. Only tests that attack from the
 * page cause it.
 */
const ROUTE_REQUEST =
  /sin_port=htons\(53\), sin_addr=inet_addr\("8\.8\.8\.8"\)|sin6_port=htons\((?:53|443)\).*"2001:4860:4860::8888"/;

/**
 * What the traces in a folder record, as lines of strace. `elsewhere`: attempts to reach a network address, including
 * this computer's own. `routes`: requests for a route, which send nothing. `listens`: sockets that accept connections
 * from other computers. `unknown`: local sockets that do not belong to the desktop.
 *
 * @typedef {{ starts: number, calls: number, elsewhere: string[], routes: string[], listens: string[], unknown: string[] }} Traces
 */

/**
 * Reads every trace in a folder.
 *
 * @param {string} folder
 */
export function readTraces(folder) {
  /** @type {Traces} */
  const traces = { starts: 0, calls: 0, elsewhere: [], routes: [], listens: [], unknown: [] };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.trace'))) {
    traces.starts += 1;
    for (const line of readFileSync(path.join(folder, name), 'utf8').split('\n')) {
      if (line === '') continue;
      traces.calls += 1;
      if (REACHES.test(line) && /sa_family=AF_INET6?\b/.test(line))
        (/ connect\(/.test(line) && ROUTE_REQUEST.test(line) ? traces.routes : traces.elsewhere).push(line);
      if (/ bind\(.*sa_family=AF_INET6?\b/.test(line) && !/"(?:127\.0\.0\.1|::1)"/.test(line))
        // WebRTC binds a socket to any free port along with its request for a route.
        (/port=htons\(0\)/.test(line) ? traces.routes : traces.listens).push(line);
      const socket = / connect\(.*sun_path=@?"([^"]*)"/.exec(line)?.[1];
      if (socket !== undefined && !DESKTOP.test(socket)) traces.unknown.push(line);
    }
  }
  return traces;
}
