import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { log } from '../system/log.mjs';
import { runCommand } from '../system/run-command.mjs';
import { readTraces } from './read-traces.mjs';
import { canTrace } from './traced-program.mjs';

/*
 * Runs the end-to-end tests without a network and counts the app's attempts to reach one: npm run test:offline. A
 * network namespace takes the network away, and strace records the attempts. A single one fails the run.
 */
if (!canTrace()) {
  log('This needs Linux, strace (npm run setup -- --tests installs it) and the right to trace a program.');
  process.exit(1);
}

/** The start of a command that runs another without a network. Null when this computer allows no network namespaces. */
function withoutNetwork() {
  const enableLoopback = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
  // An ordinary user needs a user namespace as well.
  for (const options of [['--net'], ['--user', '--map-root-user', '--net']]) {
    try {
      execFileSync('unshare', [...options, ...enableLoopback, 'true'], { stdio: 'ignore' });
      return ['unshare', ...options, ...enableLoopback];
    } catch {
      // Not allowed.
    }
  }
  return null;
}

const namespace = withoutNetwork();
log(
  namespace === null
    ? 'No network namespaces are allowed here: the tests run with the network, and attempts to use it are counted.'
    : 'The tests run in a network namespace that contains only this computer.',
);
const folder = mkdtempSync(path.join(tmpdir(), 'once-offline-'));
const tests = ['scripts/system/run-with-display.mjs', 'playwright', 'test', ...process.argv.slice(2)];
const [command = 'node', ...args] = [...(namespace ?? []), 'node', ...tests];
const code = await runCommand(command, args, { env: { ...process.env, ONCE_TRACE: folder } });
const { starts, calls, elsewhere, routes, listens, unknown } = readTraces(folder);
rmSync(folder, { recursive: true, force: true });
for (const line of [...elsewhere, ...listens, ...unknown].slice(0, 40)) log(line);
log(
  `\nOffline: ${starts} starts of the app, ${calls} system calls; ${elsewhere.length} attempts to reach a network, ` +
    `${listens.length} sockets open to one, ${unknown.length} unknown local sockets. In tests that attack from the page, ` +
    `Chromium requested a route ${routes.length} times, which sends nothing.`,
);
const failed = starts === 0 || elsewhere.length + listens.length + unknown.length > 0;
process.exitCode = code === 0 && failed ? 1 : code;
