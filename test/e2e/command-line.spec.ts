import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { x11Socket } from '#main/session/x11-server.ts';

import { commandFor, expect, type Start, test } from './support/app.ts';
import { answerDialogs, shownDialogs } from './support/answer-dialogs.ts';
import { answerTo, libraryRead } from './support/ask.ts';
import { START_LIMIT_MS } from './support/launch-app.ts';
import { needsCommands, onlyIf } from './support/only-if.ts';
import { startScreen } from './support/own-screen.ts';
import { startRefused } from './support/start-refused.ts';

/** Runs the program until it ends by itself, and kills it if it does not. */
async function run(start: Start): Promise<{ code: number | null; out: string; error: string }> {
  const { program, args: all, env } = commandFor(start);
  const args = all.filter((arg) => arg !== '--user-data-dir=');
  const limit = { timeout: 2 * START_LIMIT_MS, killSignal: 'SIGKILL' } as const; // it also ends
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], ...limit });
  let [out, error] = ['', ''];
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (error += bytes.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return { code, out, error };
}

test.describe('the command line', { tag: '@packaged' }, () => {
  test('prints help and the version, and begins no library', async ({ folder, userData }) => {
    const home = path.join(folder, 'home');
    const start = { library: null, userData, home };
    const help = await run({ ...start, args: ['--help'] });
    expect(help).toMatchObject({ code: 0, out: expect.stringContaining('Usage: once [OPTION]... [FILE]') });
    const version = await run({ ...start, args: ['--version'] });
    expect(version.code).toBe(0);
    expect(version.out).toBe(`Once ${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`);
    expect(existsSync(path.join(home, 'Documents'))).toBe(false);
  });

  test('refuses an option it does not know', async ({ folder, library, userData }) => {
    const refused = await run({ library, userData, home: path.join(folder, 'home'), args: ['--safe-mod'] });
    expect(refused.code).toBe(2);
    expect(refused.error).toContain('Unknown option: --safe-mod\nNothing was opened.');
    expect(refused.out).toBe('');
  });

  test('says what keeps it from starting, and ends', async ({ folder, library, userData }) => {
    onlyIf(process.platform === 'linux', 'other systems always have a screen');
    const home = path.join(folder, 'home');
    const withoutScreen = await run({ library, userData, home, env: { DISPLAY: '', WAYLAND_DISPLAY: '' } });
    expect(withoutScreen).toMatchObject({ code: 1, out: '' });
    expect(withoutScreen.error).toContain('Once needs a screen: neither DISPLAY nor WAYLAND_DISPLAY is set.');
    const withoutServer = await run({ library, userData, home, env: { DISPLAY: ':7654', WAYLAND_DISPLAY: '' } });
    expect(withoutServer).toMatchObject({ code: 1, out: '' });
    expect(withoutServer.error).toContain('Once needs a screen: DISPLAY names :7654, where there is no X server.');
    const gone = { DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: folder };
    const withoutCompositor = await run({ library, userData, home, env: gone });
    expect(withoutCompositor).toMatchObject({ code: 1, out: '' });
    expect(withoutCompositor.error).toContain(`WAYLAND_DISPLAY names ${path.join(folder, 'wayland-0')}`);
  });

  test('says in a dialog too what keeps it from starting, where nobody sees its output', async ({
    folder,
    library,
  }) => {
    onlyIf(process.platform === 'linux', 'the window of the dialog is looked for with a tool of X11');
    needsCommands('xwininfo');
    // Without a folder of its own, it takes the one in the person's home, which is a file here.
    const place = path.join(folder, 'file');
    writeFileSync(place, '');
    const { program, args, env } = commandFor({ library, userData: '', home: path.join(place, 'home') });
    const { said, end } = startRefused(
      program,
      args.filter((arg) => arg !== '--user-data-dir='),
      env,
    );
    try {
      await expect.poll(() => windowsOn(env), { timeout: START_LIMIT_MS }).toContain('"Error": (');
      await expect.poll(said).toContain(`${path.join(place, 'home', '.config', 'Once')}\nA file is in its place.`);
    } finally {
      await end();
    }
  });
});

test('says that an X server may be gone that was killed and left its socket behind, before Chromium ends', async ({
  folder,
  library,
  userData,
}) => {
  onlyIf(process.platform === 'linux', 'other systems always have a screen');
  needsCommands('Xvfb');
  // A number of its own: a server that looks for a free one, like those of the other tests, would take it over.
  const number = 50_000 + (process.pid % 9000);
  const { display, end } = await startScreen([`:${number}`, '-nolisten', 'tcp']);
  await end('SIGKILL');
  try {
    expect(existsSync(x11Socket(number))).toBe(true);
    const env = { DISPLAY: display, WAYLAND_DISPLAY: '' };
    const { code, error } = await run({ library, userData, home: path.join(folder, 'home'), env });
    expect(code).not.toBe(0);
    expect(error).toContain(`DISPLAY names ${display}, and no program seems to have its socket open`);
  } finally {
    rmSync(x11Socket(number), { force: true });
  }
});

for (const host of ['', 'localhost'])
  test(`starts on an X server that only TCP reaches, as DISPLAY=${host}:NUMBER`, async ({ launch }) => {
    onlyIf(process.platform === 'linux', 'other systems always have a screen');
    needsCommands('Xvfb');
    const { display, end } = await startScreen(['-listen', 'tcp', '-nolisten', 'unix', '-nolisten', 'local']);
    try {
      const once = await launch({ env: { DISPLAY: `${host}${display}`, WAYLAND_DISPLAY: '' } });
      await expect(once.page.getByRole('navigation').first()).toBeVisible();
      await once.quit();
    } finally {
      await end();
    }
  });

/** The windows on the screen, with their titles, as X11 lists them. */
const windowsOn = (env: Readonly<Record<string, string>>): string =>
  spawnSync('xwininfo', ['-root', '-tree'], { env, encoding: 'utf8' }).stdout;

/** Puts an example into the library and returns its id, title and file. */
function putExample(library: string, index = 0): { id: string; title: string; file: string } {
  const name = readdirSync('resources/examples/coes')[index] ?? '';
  const file = path.join(library, 'coes', name);
  cpSync(path.join('resources/examples/coes', name), file);
  return { id: path.parse(name).name, title: JSON.parse(readFileSync(file, 'utf8')).title, file };
}

test('a COE that is named on the command line is shown', async ({ launch, library }) => {
  const { id, file } = putExample(library);
  const { page } = await launch({ args: [file] });
  await expect(page).toHaveURL(new RegExp(`#/coes/${id}`));
});

test('a second start shows the COE that it names in the first window', async ({ launch, library }) => {
  const { id, file } = putExample(library);
  const once = await launch();
  await once.page.keyboard.press('Control+2');
  await expect(once.page).toHaveURL(/#\/coes/);
  expect(await run({ ...once.start, args: [file] })).toMatchObject({ code: 0 });
  await expect(once.page).toHaveURL(new RegExp(`#/coes/${id}`));
});

test.describe('a start that comes while the first one opens nothing yet', () => {
  test('has its files offered for import', async ({ launch, folder, library, userData }) => {
    const notes = path.join(folder, 'notes.md');
    writeFileSync(notes, '# A report\n');
    const start = { library, userData, home: path.join(folder, 'home'), args: [notes] };
    const once = await launch({
      beforeReady: async (app) => {
        await answerDialogs(app, 'Import…');
        expect(await run(start)).toMatchObject({ code: 0 });
      },
    });
    const question = { message: 'Import what you dropped?', detail: expect.stringContaining(notes) };
    await expect.poll(() => shownDialogs(once.app)).toMatchObject([question]);
    // The answer came at once, before the page was drawn.
    await expect(
      once.page.getByRole('alertdialog', { name: 'Import' }).getByRole('row', { name: /notes\.md/ }),
    ).toBeVisible();
  });

  test('opens the library that it names after the first one', async ({ launch, folder, userData }) => {
    const other = path.join(folder, 'other');
    mkdirSync(path.join(other, 'coes'), { recursive: true });
    const { id } = putExample(other);
    const start = { library: other, userData, home: path.join(folder, 'home') };
    const once = await launch({
      beforeReady: async (app) => {
        await answerDialogs(app, 'Open it');
        expect(await run({ ...start, args: [path.join(other, 'coes', `${id}.json`)] })).toMatchObject({ code: 0 });
      },
    });
    await expect(once.page).toHaveURL(new RegExp(`#/coes/${id}`));
    expect(await answerTo(once.page, 'library:state', {})).toMatchObject({ folder: other });
  });
});

test('safe mode has the usual look and caches of its own, and keeps settings and the old caches', async ({
  launch,
  library,
  userData,
}) => {
  putExample(library);
  const settings = path.join(userData, 'settings.json');
  const written = `${JSON.stringify({ theme: 'dark', density: 'compact', welcomed: true })}\n`;
  writeFileSync(settings, written);
  const first = await launch();
  expect(await first.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await libraryRead(first.page); // there are no caches before
  await first.quit();
  const [cache = ''] = readdirSync(path.join(userData, 'libraries'));
  const cacheFolder = path.join(userData, 'libraries', cache);
  for (const name of readdirSync(cacheFolder)) writeFileSync(path.join(cacheFolder, name), 'damaged');

  const safe = await launch({ args: ['--safe-mode'] });
  expect(await safe.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system');
  await safe.page.keyboard.press('Control+2');
  await expect(safe.page.getByText(putExample(library).title).first()).toBeVisible();
  await safe.quit();
  expect(JSON.parse(readFileSync(settings, 'utf8'))).toMatchObject({ theme: 'dark', density: 'compact' });
  for (const name of readdirSync(cacheFolder)) {
    const kept = path.join(cacheFolder, name);
    expect(readFileSync(kept, 'utf8')).toBe('damaged');
  }
  expect(existsSync(path.join(userData, 'safe-mode'))).toBe(false);
});

test('safe mode beside a running Once says to quit that first, and opens nothing there', async ({
  launch,
  library,
}) => {
  const [refused, shown] = [putExample(library), putExample(library, 1)];
  const once = await launch();
  const visited: string[] = [];
  once.page.on('framenavigated', (frame) => void visited.push(frame.url()));
  const second = await run({ ...once.start, args: ['--safe-mode', refused.file] });
  expect(second.code).toBe(1);
  expect(second.error).toContain('Once is running already.');
  // What starts hand over arrives in order: had the first handed over its file, that would have been shown by now.
  await run({ ...once.start, args: [shown.file] });
  await expect(once.page).toHaveURL(new RegExp(`#/coes/${shown.id}`));
  expect(visited.filter((url) => url.includes(refused.id))).toEqual([]);
});

test('a second start whose question fails is in the log', async ({ folder, launch, userData }) => {
  const once = await launch();
  await once.app.evaluate(({ dialog }) => {
    Object.assign(dialog, { showMessageBox: () => Promise.reject(new TypeError('no dialog')) });
  });
  await run({ ...once.start, library: path.join(folder, 'another') });
  const log = path.join(userData, 'logs', 'once.log');
  await expect.poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : '')).toContain('second-start');
});
