import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect } from '@playwright/test';

import { hasCommand } from '../../scripts/system/run-command.mjs';
import { root as project } from '../../scripts/system/paths.mjs';
import { takeOwnScreen } from '../e2e/support/own-screen.ts';
import { type CleanRoot, createCleanRoot } from './clean-root.ts';
import { type InstalledApp, startInstalled } from './installed-app.ts';

/*
 * Installs the deb with apt in a clean Debian, as on another user's computer, and checks what a person would notice:
 * npm run package -- deb && npm run test:install. It needs root, debootstrap and Debian's mirror. The version before is
 * the same deb with a lower number, until there is an older one: name that one with `-- --from FILE`.
 */
const USER = 'ada';

async function main(): Promise<void> {
  const deb = newestDeb();
  assert(process.getuid?.() === 0, 'installing in a clean root needs root: sudo npm run test:install');
  assert(hasCommand('debootstrap'), 'debootstrap is missing: sudo apt-get install debootstrap');
  const giveBackScreen = await takeOwnScreen();
  const root = createCleanRoot();
  try {
    const newer = path.join(root.folder, 'newer.deb');
    copyFileSync(deb, newer);
    const from = process.argv.indexOf('--from');
    if (from > 0) copyFileSync(path.resolve(process.argv[from + 1] ?? ''), path.join(root.folder, 'older.deb'));
    else lowerVersion(newer, path.join(root.folder, 'older.deb'));
    root.run(['apt-get', 'update', '-qq']);
    root.run(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', '/older.deb']);
    done(`installed ${installedVersion(root)} with apt, without recommended packages`);
    checkDesktop(root);
    root.run(['useradd', '--create-home', '--shell', '/bin/bash', USER]);
    root.run(['mkdir', '-p', `/home/${USER}/Documents`], USER);
    await writeFirst(await startInstalled(root.folder, USER));
    const before = filesOf(root);
    assert.equal(before.size, 1, 'one COE is on the disk');

    root.run(['apt-get', 'install', '-y', '-qq', '/newer.deb']);
    assert.deepEqual(filesOf(root), before);
    const settings = readFileSync(path.join(root.folder, `home/${USER}/.config/Once/settings.json`), 'utf8');
    done(`upgraded to ${installedVersion(root)}; the library is the same, byte for byte`);
    checkDesktop(root);
    await readAgain(await startInstalled(root.folder, USER));
    assert.deepEqual(filesOf(root), before);
    assert.equal(readFileSync(path.join(root.folder, `home/${USER}/.config/Once/settings.json`), 'utf8'), settings);

    root.run(['apt-get', 'purge', '-y', '-qq', 'once']);
    for (const gone of [
      'opt/Once',
      'usr/bin/once',
      'usr/share/applications/once.desktop',
      'usr/share/mime/packages/once.xml',
    ])
      assert(!existsSync(path.join(root.folder, gone)), `${gone} is still there`);
    assert.deepEqual(filesOf(root), before);
    assert(existsSync(path.join(root.folder, `home/${USER}/.config/Once/settings.json`)));
    done('purged; the program is gone, the library and the settings are there');
  } finally {
    root.remove();
    await giveBackScreen();
  }
}

/** Writes a first COE by way of the first start, and checks the sandbox while the page is there. */
async function writeFirst(app: InstalledApp): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Keep this folder' }).click();
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('button', { name: 'Write your first COE' }).click();
  const dialog = page.getByRole('dialog', { name: 'New COE' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('A disk was full');
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(page).toHaveURL(/#\/coes\/[0-9A-Z]{26}/);
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

async function readAgain(app: InstalledApp): Promise<void> {
  await app.page.keyboard.press('Control+2');
  await expect(app.page.getByText('A disk was full').first()).toBeVisible();
  assert.equal(await app.end(), 0);
  done('started again; the COE is in the list');
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

/** The COE files of the user, by name, as text. */
function filesOf(root: CleanRoot): Map<string, string> {
  const found = root.run(['find', `/home/${USER}`, '-type', 'd', '-name', 'coes', '-not', '-path', '*/.*']);
  const folder = path.join(root.folder, found.trim());
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
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

function newestDeb(): string {
  const folder = path.join(project, 'dist');
  const debs = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('_amd64.deb'));
  const [newest] = debs
    .map((name) => path.join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  assert(newest !== undefined, 'there is no deb in dist. Run: npm run package -- deb');
  return newest;
}

const done = (sentence: string): void => console.log(`✓ ${sentence}`);

await main();
