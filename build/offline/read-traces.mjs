import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Sockets of this computer that a window needs: the screen, the bus of the desktop, names of users, sound. */
const DESKTOP =
  /\/(?:\.X11-unix\/|dbus|nscd\/socket|wayland-|pulse\/|pipewire-|bus$|at-spi)|SingletonSocket|scoped_dir|^$/;
const REACHES = /^\d+ +(?:connect|sendto|sendmsg|sendmmsg)\(/;

/**
 * What was written down in a folder of traces. `elsewhere` is every attempt to reach an address of the network, this computer's
 * own included; `listens` every door opened to others than this computer; `unknown` local sockets that are not the desktop's.
 */
export function readTraces(folder) {
  const found = { starts: 0, calls: 0, elsewhere: [], listens: [], unknown: [] };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.trace'))) {
    found.starts += 1;
    for (const line of readFileSync(path.join(folder, name), 'utf8').split('\n')) {
      if (line === '') continue;
      found.calls += 1;
      if (REACHES.test(line) && /sa_family=AF_INET6?\b/.test(line)) found.elsewhere.push(line);
      if (/ bind\(.*sa_family=AF_INET6?\b/.test(line) && !/"(?:127\.0\.0\.1|::1)"/.test(line)) found.listens.push(line);
      const socket = / connect\(.*sun_path=@?"([^"]*)"/.exec(line)?.[1];
      if (socket !== undefined && !DESKTOP.test(socket)) found.unknown.push(line);
    }
  }
  return found;
}
