import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect as expectSoon } from '@playwright/test';

import { hasCommand } from '../../scripts/system/run-command.mjs';
import { takeOwnScreen } from '../e2e/support/own-screen.ts';
import { writeProse } from '../e2e/support/writing.ts';
import { type CleanRoot, createCleanRoot } from './clean-root.ts';
import { type InstalledApp, startInstalled } from './installed-app.ts';
import { newestPackage } from './newest-package.ts';
import { type Pictures, takePictures } from './pictures.ts';
import { runSmoke } from './smoke.ts';
import { measureStarts } from './start-times.ts';

/*
 * Installs the deb with apt in a clean Debian, as on another user's computer, and checks what a person would notice, with
 * the end-to-end tests of the package too: npm run package -- deb && npm run test:install. It needs root, debootstrap and
 * Debian's mirror. The version before is the same deb with a lower number, unless `-- --from-deb FILE` names the deb of an
 * older version: then the code of that version begins the library. With `--times` it measures how long the installed deb,
 * the unpacked folder and the other packages in `dist` take to start. With `--pictures FOLDER` it installs the deb itself,
 * takes a picture of each step up to the first COE, and ends there.
 */
const USER = 'ada';

const FIRST_WORDS = 'The disk of the database was full at night.';
const LATER_WORDS = 'Written after the upgrade.';

/** Waits for a state that stays, as long as a busy computer may take. */
const expect = expectSoon.configure({ timeout: 60_000 });

/** The value of an option of the command line; null without one. */
function optionOf(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : path.resolve(process.argv[at + 1] ?? '');
}

async function main(): Promise<void> {
  const deb = newestPackage('_amd64.deb');
  assert(deb !== null, 'there is no deb in dist. Run: npm run package -- deb');
  assert(process.getuid?.() === 0, 'installing in a clean root needs root: sudo npm run test:install');
  assert(hasCommand('debootstrap'), 'debootstrap is missing: sudo apt-get install debootstrap');
  const giveBackScreen = await takeOwnScreen();
  const root = createCleanRoot();
  try {
    const folder = optionOf('--pictures');
    const first = folder === null ? 'older.deb' : path.basename(deb);
    copyFileSync(deb, path.join(root.folder, folder === null ? 'newer.deb' : first));
    const from = optionOf('--from-deb');
    if (from !== null) copyFileSync(from, path.join(root.folder, 'older.deb'));
    else if (folder === null) lowerVersion(path.join(root.folder, 'newer.deb'), path.join(root.folder, 'older.deb'));
    await install(root, `/${first}`, takePictures(folder));
    if (folder !== null) return;
    await upgrade(root, '/newer.deb');
    await runSmoke(root, USER);
    done('passed the end-to-end tests of the package');
    if (process.argv.includes('--times')) {
      const packages = { tarball: newestPackage('.tar.gz'), appImage: newestPackage('.AppImage') };
      for (const line of await measureStarts(root, USER, packages)) done(line);
    }
    purge(root);
  } finally {
    root.remove();
    await giveBackScreen();
  }
}

/** Installs a deb for a new user, and writes a first COE with it. */
async function install(root: CleanRoot, deb: string, pictures: Pictures): Promise<void> {
  root.run(['apt-get', 'update', '-qq']);
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', deb];
  await pictures.ofTerminal('install', command.join(' '), root.run(command));
  done(`installed ${installedVersion(root)} with apt, without recommended packages`);
  checkDesktop(root);
  root.run(['useradd', '--create-home', '--shell', '/bin/bash', USER]);
  root.run(['mkdir', '-p', `/home/${USER}/Documents`], USER);
  await writeFirst(await startInstalled(root.folder, USER), pictures);
  assert.equal(readdirSync(path.join(libraryOf(root), 'coes')).length, 1, 'one COE is on the disk');
}

/** Installs a newer deb over the older one, and finds everything again. */
async function upgrade(root: CleanRoot, deb: string): Promise<void> {
  const home = path.join(root.folder, 'home', USER);
  const before = filesBelow(home);
  root.run(['apt-get', 'install', '-y', '-qq', deb]);
  assert.deepEqual(filesBelow(home), before);
  done(`upgraded to ${installedVersion(root)}; every file of the user is the same, byte for byte`);
  checkDesktop(root);
  await readAndWriteOn(await startInstalled(root.folder, USER), root);
}

function purge(root: CleanRoot): void {
  const library = libraryOf(root);
  const [written, settings] = [filesBelow(library), settingsOf(root)];
  root.run(['apt-get', 'purge', '-y', '-qq', 'once']);
  for (const gone of [
    'opt/Once',
    'usr/bin/once',
    'usr/share/applications/once.desktop',
    'usr/share/mime/packages/once.xml',
  ])
    assert(!existsSync(path.join(root.folder, gone)), `${gone} is still there`);
  assert.deepEqual(filesBelow(library), written);
  assert.deepEqual(settingsOf(root), settings);
  done('purged; the program is gone, the library and the settings are there');
}

/** Writes a first COE by way of the first start, chooses the dark look, and checks the sandbox while the page is there. */
async function writeFirst(app: InstalledApp, pictures: Pictures): Promise<void> {
  const { page } = app;
  for (const [picture, button] of [
    ['what-a-coe-is', 'Continue'],
    ['where-files-are', 'Keep this folder'],
    ['lock-it', 'Later'],
    ['begin', 'Write your first COE'],
  ] as const) {
    await expect(page.getByRole('button', { name: button })).toBeVisible();
    await pictures.ofPage(picture, page);
    await page.getByRole('button', { name: button }).click();
  }
  const dialog = page.getByRole('dialog', { name: 'New COE' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('A disk was full');
  await dialog.getByRole('radio', { name: 'Outage', exact: true }).check();
  await pictures.ofPage('new-coe', page);
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(page).toHaveURL(/#\/coes\/[0-9A-Z]{26}/);
  await writeProse(page, 'Additional context', FIRST_WORDS);
  await expect(page.getByRole('status', { name: 'Save state' })).toHaveText(/^\s*Saved \d\d:\d\d/);
  await pictures.ofPage('first-coe', page);
  await page.evaluate(() => {
    window.location.hash = '#/settings';
  });
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const pages = app.pages();
  assert(pages.length > 0, 'a page has a process');
  for (const status of pages) {
    assert.match(status, /^Seccomp:\s+2$/m);
    assert.match(status, /^NoNewPrivs:\s+1$/m);
    assert.match(status, /^NSpid:\s+\d+\s+\d+/m);
    assert.match(status, /^CapEff:\s+0+$/m);
  }
  assert.equal(await app.end(), 0);
  done(`started as ${USER} with the sandbox on, and wrote a COE`);
}

/**
 * Finds after the upgrade what was written before, unchanged by reading it, and writes on in the same COE. The version
 * before stays in its history.
 */
async function readAndWriteOn({ page, end }: InstalledApp, root: CleanRoot): Promise<void> {
  const library = libraryOf(root);
  const before = filesBelow(library);
  const settings = settingsOf(root);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Control+2');
  await page.getByText('A disk was full').first().click();
  const prose = page.getByRole('textbox', { name: 'Additional context', exact: true });
  await expect(prose).toContainText(FIRST_WORDS);
  assert.deepEqual(filesBelow(library), before);
  done('started again; the COE and the settings are there, and reading changed no file');
  await prose.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(` ${LATER_WORDS}`);
  await expect.poll(() => proseOf(library)).toBe(`${FIRST_WORDS} ${LATER_WORDS}`);
  assert.equal(await end(), 0);
  const after = filesBelow(library);
  const [coe = ''] = [...before.keys()].filter((name) => name.startsWith('coes/'));
  for (const [name, bytes] of before) if (name !== coe) assert.equal(after.get(name), bytes, `${name} is kept`);
  assert([...after].some(([name, bytes]) => name.startsWith('versions/') && bytes === before.get(coe)));
  assert.deepEqual({ ...settingsOf(root), ...settings }, settingsOf(root));
  done('wrote on in the COE; the version before is in its history, and every other file is kept');
}

/** The menu entry, the icon, the command, the right of the sandbox’s helper, and which program opens which files. */
function checkDesktop(root: CleanRoot): void {
  root.run(['desktop-file-validate', '/usr/share/applications/once.desktop']);
  const entry = readFileSync(path.join(root.folder, 'usr/share/applications/once.desktop'), 'utf8');
  assert.match(entry, /^Name=Once$/m);
  assert.match(entry, /^Icon=once$/m);
  assert(existsSync(path.join(root.folder, 'usr/share/icons/hicolor/scalable/apps/once.svg')));
  assert.equal(root.run(['readlink', '-f', '/usr/bin/once']).trim(), '/opt/Once/once');
  const helper = statSync(path.join(root.folder, 'opt/Once/chrome-sandbox'));
  assert.equal(helper.mode & 0o7777, 0o4755);
  assert.equal(helper.uid, 0);
  for (const [name, type] of [
    ['COE.once-share', 'application/vnd.once.share'],
    ['Ada.once-card', 'application/vnd.once.card'],
    ['01J9ZC4Q7W3N5V8B2M6K0XHTRD.json', 'application/vnd.once.coe+json'],
    ['package.json', 'application/json'],
  ] as const) {
    const text = type.includes('coe') ? '{\n  "format": "once-coe"\n}\n' : '{\n  "name": "once"\n}\n';
    writeFileSync(path.join(root.folder, 'tmp', name), text);
    const found = root.run(['gio', 'info', '-a', 'standard::content-type', `/tmp/${name}`]);
    assert.match(found, new RegExp(`standard::content-type: ${type.replaceAll(/[.+]/g, '\\$&')}$`, 'm'));
    assert.equal(/once\.desktop/.test(root.run(['gio', 'mime', type])), type !== 'application/json');
  }
  done('menu entry, icon, command, sandbox helper and file types are in place');
}

/** The folder of the user’s library. */
function libraryOf(root: CleanRoot): string {
  const found = root.run(['find', `/home/${USER}`, '-type', 'd', '-path', '*/Once/coes', '-not', '-path', '*/.*']);
  return path.join(root.folder, path.dirname(found.trim()));
}

/** Every file below a folder, by its path in it, as text in which each byte is a character. */
function filesBelow(folder: string): Map<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = found.map((entry) => path.join(entry.parentPath, entry.name)).toSorted();
  return new Map(files.map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]));
}

const settingsOf = (root: CleanRoot): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(root.folder, `home/${USER}/.config/Once/settings.json`), 'utf8'));

/** What the only COE of a library says in its first section. */
function proseOf(library: string): string {
  const [name = ''] = readdirSync(path.join(library, 'coes')).filter((each) => each.endsWith('.json'));
  return JSON.parse(readFileSync(path.join(library, 'coes', name), 'utf8')).sections.context.prose;
}

const installedVersion = (root: CleanRoot): string => root.run(['dpkg-query', '-W', '-f=${Version}', 'once']);

/** Makes a copy of a deb that only has a lower version. */
function lowerVersion(deb: string, to: string): void {
  const tree = `${to}.tree`;
  execFileSync('dpkg-deb', ['-R', deb, tree]);
  const control = path.join(tree, 'DEBIAN/control');
  writeFileSync(control, readFileSync(control, 'utf8').replace(/^Version: /m, 'Version: 0.0.0~before+'));
  execFileSync('dpkg-deb', ['--root-owner-group', '-Znone', '--build', tree, to], { stdio: 'ignore' });
}

const done = (sentence: string): void => console.log(`✓ ${sentence}`);

await main();
