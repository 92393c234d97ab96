import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { chmod, chown, copyFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

import { electronExecutable } from '../../../scripts/electron/launch-options.mjs';
import { expect, removeFolder, test } from '../support/app.ts';
import { ask } from '../support/ask.ts';
import { launchApp, START_LIMIT_MS } from '../support/launch-app.ts';
import { needsCommands, onlyIf } from '../support/only-if.ts';
import { startRefused } from '../support/start-refused.ts';

/** Nobody: a number that every Linux has, and that owns nothing. */
const NOBODY = 65534;

/** A folder on a disk: in memory, a file system takes the right from the sandbox's helper to become root. */
let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp('/tmp/once-e2e-');
});
test.afterEach(() => removeFolder(folder));

const isPackaged = process.env['ONCE_PACKAGED'] === '1';

/** How an ordinary user starts the app. */
type OrdinaryStart = {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The user's home. */
  readonly home: string;
};

/** Copies the app to where nobody may start it, with a home. Skips the test where it cannot become another user. */
async function prepareStart(): Promise<OrdinaryStart> {
  onlyIf(process.platform === 'linux' && process.getuid?.() === 0, 'other users run with the sandbox in every test');
  needsCommands('setpriv');
  onlyIf(process.env['ONCE_TRACE'] === undefined, 'tracing takes the sandbox’s right to begin');
  await chmod(folder, 0o755);
  // Nobody may look into root's cache, nor read the key to root's screen.
  const program = path.join(folder, 'electron', path.basename(electronExecutable()));
  execFileSync('cp', ['-r', path.dirname(electronExecutable()), path.join(folder, 'electron')]);
  const helper = path.join(folder, 'electron', 'chrome-sandbox');
  await chown(helper, 0, 0);
  await chmod(helper, 0o4755);
  const app = path.join(folder, 'app');
  execFileSync('mkdir', ['-p', app]);
  execFileSync('cp', ['-r', path.resolve('out'), path.resolve('package.json'), app]);
  const home = path.join(folder, 'nobody');
  await mkdir(path.join(home, 'library'), { recursive: true });
  if (process.env['XAUTHORITY'] !== undefined)
    await copyFile(process.env['XAUTHORITY'], path.join(home, '.Xauthority'));
  execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, home]);
  const starter = path.join(folder, 'as-nobody.sh');
  const become = `setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups`;
  await writeFile(starter, `#!/bin/sh\nexec ${become} '${program}' "$@"\n`, { mode: 0o755 });
  return {
    program: starter,
    args: [...(isPackaged ? [] : [app]), `--user-data-dir=${path.join(home, 'user-data')}`],
    env: {
      PATH: process.env['PATH'] ?? '',
      DISPLAY: process.env['DISPLAY'] ?? '',
      XAUTHORITY: path.join(home, '.Xauthority'),
      HOME: home,
      ONCE_LIBRARY: path.join(home, 'library'),
    },
    home,
  };
}

test('the full sandbox is on for an ordinary user', { tag: '@packaged' }, async () => {
  const once = await launchApp(await prepareStart());
  try {
    const page = await once.firstWindow({ timeout: START_LIMIT_MS });
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible({ timeout: START_LIMIT_MS });
    // While the rest of main is loaded, Node may collect the promise that Playwright waits for.
    await ask(page, 'app:info', {});
    const { pid, switched, user } = await once.evaluate(({ app, BrowserWindow }) => ({
      pid: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
      switched: app.commandLine.hasSwitch('no-sandbox'),
      user: process.getuid?.(),
    }));
    expect({ switched, user }).toEqual({ switched: false, user: NOBODY });
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\s+2$/m);
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
    expect(status).toMatch(/^NSpid:\s+\d+\s+\d+/m);
    expect(status).toMatch(/^CapEff:\s+0+$/m);
  } finally {
    const ended = once.waitForEvent('close');
    once.process().kill('SIGKILL');
    await ended;
  }
});

test('the packaged app of an ordinary user does not start without its sandbox', { tag: '@packaged' }, async () => {
  onlyIf(isPackaged, 'a developer may start the app without it');
  const { program, args, env, home } = await prepareStart();
  for (const [more, variables] of [
    [['--no-sandbox'], {}],
    [[], { ELECTRON_DISABLE_SANDBOX: '1' }],
  ] as const) {
    const { said, end } = startRefused(program, [...args, ...more], { ...env, ...variables });
    await expect.poll(said).toContain('it was told to do without its sandbox (--no-sandbox)');
    await end();
    expect(readdirSync(path.join(home, 'user-data'))).toEqual([]);
  }
});
