import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { canTrace } from './traced-program.mjs';
import { readTraces } from './read-traces.mjs';
import { run } from '../system/run-command.mjs';
import { say } from '../system/log.mjs';

/*
 * Runs the end-to-end tests on a computer without a network, and counts whom the app tried to reach: npm run test:offline. The
 * first is a network namespace that has this computer in it and nothing else, the second strace. One attempt fails the run.
 */
if (!canTrace()) {
  say('This needs Linux and strace (apt-get install strace), and the right to trace a program.');
  process.exit(1);
}

/** The command that takes the network away from another; as an ordinary user it needs a namespace of users as well. */
function withoutNetwork() {
  const bring = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
  for (const way of [
    ['unshare', '--net'],
    ['unshare', '--user', '--map-root-user', '--net'],
  ]) {
    try {
      execFileSync(way[0], [...way.slice(1), ...bring, 'true'], { stdio: 'ignore' });
      return [...way, ...bring];
    } catch {
      // the other way
    }
  }
  return null;
}

const namespace = withoutNetwork();
say(
  namespace === null
    ? 'This computer gives no network namespaces; the network stays, and what is reached is only counted.'
    : 'Without a network: this namespace has nothing but this computer.',
);
const folder = mkdtempSync(path.join(tmpdir(), 'once-offline-'));
const [command, ...args] = [
  ...(namespace ?? []),
  'node',
  'scripts/system/run-with-display.mjs',
  'playwright',
  'test',
  ...process.argv.slice(2),
];
const code = await run(command, args, { env: { ...process.env, ONCE_TRACE: folder } });
const { starts, calls, elsewhere, routes, listens, unknown } = readTraces(folder);
rmSync(folder, { recursive: true, force: true });
for (const line of [...elsewhere, ...listens, ...unknown].slice(0, 40)) say(line);
say(
  `\nOffline: ${starts} starts of the app, ${calls} calls looked at; ${elsewhere.length} attempts to reach a network, ` +
    `${listens.length} doors opened to one, ${unknown.length} unknown local sockets. In tests that attack from the page, Chromium asked for a route ${routes.length} times, ` +
    'which sends nothing.',
);
process.exitCode = code !== 0 ? code : starts === 0 || elsewhere.length + listens.length + unknown.length > 0 ? 1 : 0;
