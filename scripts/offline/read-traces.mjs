import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Sockets of this computer that a window needs: the screen, the bus of the desktop, names of users, sound. */
const DESKTOP =
  /\/(?:\.X11-unix\/|dbus|nscd\/socket|wayland-|pulse\/|pipewire-|bus$|at-spi)|SingletonSocket|scoped_dir|^$/;
const REACHES = /^\d+ +(?:connect|sendto|sendmsg|sendmmsg)\(/;

/**
 * Chromium asks the system which way packets to these would take, by a connect that sends none: for WebRTC, and before it resolves a
 * name for a page that may not have one resolved. No switch turns it off. Only scripts that attack from the page bring it about.
 */
const ROUTE_ASKED =
  /sin_port=htons\(53\), sin_addr=inet_addr\("8\.8\.8\.8"\)|sin6_port=htons\((?:53|443)\).*"2001:4860:4860::8888"/;

/**
 * What was written down in a folder of traces. `elsewhere` is every attempt to reach an address of the network, this computer's
 * own included, and `routes` what only asked for a way; `listens` every door opened to others than this computer; `unknown` local sockets that are not the desktop's.
 */
export function readTraces(folder) {
  const found = { starts: 0, calls: 0, elsewhere: [], routes: [], listens: [], unknown: [] };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.trace'))) {
    found.starts += 1;
    for (const line of readFileSync(path.join(folder, name), 'utf8').split('\n')) {
      if (line === '') continue;
      found.calls += 1;
      if (REACHES.test(line) && /sa_family=AF_INET6?\b/.test(line))
        (/ connect\(/.test(line) && ROUTE_ASKED.test(line) ? found.routes : found.elsewhere).push(line);
      if (/ bind\(.*sa_family=AF_INET6?\b/.test(line) && !/"(?:127\.0\.0\.1|::1)"/.test(line))
        // A socket of WebRTC takes whatever port is free, together with its question about the way.
        (/port=htons\(0\)/.test(line) ? found.routes : found.listens).push(line);
      const socket = / connect\(.*sun_path=@?"([^"]*)"/.exec(line)?.[1];
      if (socket !== undefined && !DESKTOP.test(socket)) found.unknown.push(line);
    }
  }
  return found;
}
