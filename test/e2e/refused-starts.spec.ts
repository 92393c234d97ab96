import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { commandFor, expect, type Start, test } from './support/app.ts';
import { START_LIMIT_MS } from './support/launch-app.ts';
import { needsCommands, onlyIf } from './support/only-if.ts';
import { startRefused } from './support/start-refused.ts';

/** Starts the program after a shell has mounted something that it alone sees. `$1` is what is named. */
function startWithMounts(mounts: string, named: string, start: Start) {
  const { program, args, env } = commandFor(start);
  const shell = `${mounts}\nshift\nexec "$@"`;
  const given = args.filter((arg) => arg !== '--user-data-dir=');
  return startRefused('unshare', ['--mount', 'sh', '-ec', shell, 'sh', named, program, ...given], env);
}

test.beforeEach(() => {
  onlyIf(process.platform === 'linux', 'other systems mount in other ways');
  onlyIf(process.getuid?.() === 0, 'only root may mount');
  needsCommands('unshare', 'mount');
});

test('a home on a read-only disk is named, and nothing is written to it', async ({ folder, library }) => {
  const home = path.join(folder, 'home');
  mkdirSync(home);
  const mounts = 'mount --bind "$1" "$1"\nmount -o remount,bind,ro "$1"';
  const { said, end } = startWithMounts(mounts, home, { library, userData: '', home });
  try {
    await expect
      .poll(said, { timeout: START_LIMIT_MS })
      .toContain(
        `${path.join(home, '.config', 'Once')}\nThe folder that holds it cannot be changed. Nothing was changed.`,
      );
  } finally {
    await end();
  }
  expect(readdirSync(home)).toEqual([]);
});

test('a library of the system that is missing is named by its loader', async ({ folder, library, userData }) => {
  const libraries = '/usr/lib/x86_64-linux-gnu';
  onlyIf(readdirSync('/usr/lib').includes(path.basename(libraries)), 'only Debian keeps its libraries there');
  // The folder without the library, as links to the files of the real one.
  const mounts = [
    'mkdir -p "$1/real" "$1/without"',
    `mount --bind ${libraries} "$1/real"`,
    `cp -as "$1/real/." "$1/without"`,
    'rm "$1/without/libnss3.so"',
  ].join('\n');
  const start = { library, userData, home: path.join(folder, 'home'), env: { LD_LIBRARY_PATH: '' } };
  const hidden = `${mounts}\nmount --bind "$1/without" ${libraries}`;
  const { said, ended, end } = startWithMounts(hidden, path.join(folder, 'libraries'), start);
  try {
    await expect
      .poll(said, { timeout: START_LIMIT_MS })
      .toContain('libnss3.so: cannot open shared object file: No such file or directory');
    expect(await ended).toBe(127);
  } finally {
    await end();
  }
});
