import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import electron from 'electron/package.json' with { type: 'json' };

import { CHANGES_FILE, changesOf, type Version } from './changes.ts';
import { findElectronUses } from './find-uses.ts';
import { readDefinitions } from './read-definitions.ts';

/*
 * Compares the type definitions of the oldest Electron that the app is tested on, of the one it ships with, and of the
 * major versions between, and writes what is kept of it: npm run electron-api. Run it after an update of Electron, and
 * when the sources use another part of Electron. It downloads the definitions with npm.
 */
const OLDEST = '33.2.1';
const newest = electron.version;
const majors = Array.from({ length: Number.parseInt(newest, 10) - Number.parseInt(OLDEST, 10) - 1 }, (_, index) =>
  String(Number.parseInt(OLDEST, 10) + 1 + index),
);

const folder = mkdtempSync(path.join(tmpdir(), 'once-electron-api-'));
try {
  const versions = [OLDEST, ...majors, newest].map((wanted): Version => {
    const pack = execFileSync('npm', ['pack', `electron@${wanted}`, '--json', '--silent'], { cwd: folder });
    const { filename, version } = readPack(JSON.parse(pack.toString()));
    execFileSync('tar', ['xzf', filename, 'package/electron.d.ts'], { cwd: folder });
    console.log(`read the definitions of Electron ${version}`);
    return { version, definitions: readDefinitions(readFileSync(path.join(folder, 'package/electron.d.ts'), 'utf8')) };
  });
  const changes = changesOf(findElectronUses(), versions);
  writeFileSync(CHANGES_FILE, `${JSON.stringify(changes, null, 2)}\n`);
  const differing = Object.values(changes.apis).filter(({ was }) => was !== undefined);
  console.log(
    `${Object.keys(changes.apis).length} parts of the API are used; ${differing.length} are declared otherwise`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** npm lists what it packed as an array, or by name. */
function readPack(list: unknown): { filename: string; version: string } {
  const [pack] = Object.values(list as object) as { filename: string; version: string }[];
  if (pack === undefined) throw new Error('npm packed nothing');
  return pack;
}
