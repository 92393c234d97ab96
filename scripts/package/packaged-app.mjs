import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';

import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

import { root } from '../system/paths.mjs';

const platform =
  process.platform === 'win32'
    ? { folder: 'dist/win-unpacked', program: 'Once.exe' }
    : process.platform === 'darwin'
      ? { folder: 'dist/mac/Once.app', program: 'Contents/MacOS/Once' }
      : { folder: 'dist/linux-unpacked', program: 'once' };

const { program } = platform;

/** Where the packaged program is. ONCE_INSTALLED names the folder of an installed one. */
const folder = process.env.ONCE_INSTALLED ?? path.join(root, platform.folder);

/** The packaged program, as it ships. */
export const packagedProgram = path.join(folder, program);

/** A copy of the packaged program that Playwright can attach to. */
export const inspectableProgram = path.join(`${folder}-for-tests`, program);

/**
 * Copies the packaged app and turns on the inspector in the copy, which Playwright attaches through. The copy differs
 * in that fuse alone; a test checks that it is off in the app that ships.
 */
export async function makeInspectableCopy() {
  if (!existsSync(packagedProgram)) return;
  rmSync(path.dirname(inspectableProgram), { recursive: true, force: true });
  cpSync(folder, `${folder}-for-tests`, { recursive: true, verbatimSymlinks: true });
  await allowInspector(inspectableProgram);
}

/**
 * Turns on the inspector in a program.
 *
 * @param {string} file
 */
export const allowInspector = (file) =>
  flipFuses(file, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
