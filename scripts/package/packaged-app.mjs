import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';

import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

import { root } from '../system/paths.mjs';

const { folder, program } =
  process.platform === 'win32'
    ? { folder: 'dist/win-unpacked', program: 'Once.exe' }
    : process.platform === 'darwin'
      ? { folder: 'dist/mac/Once.app', program: 'Contents/MacOS/Once' }
      : { folder: 'dist/linux-unpacked', program: 'once' };

/** The packaged program, as it ships. */
export const packagedProgram = path.join(root, folder, program);

const inspectableFolder = path.join(root, `${folder}-for-tests`);

/** A copy of the packaged program that Playwright can attach to. */
export const inspectableProgram = path.join(inspectableFolder, program);

/**
 * Copies the packaged app and turns on the inspector in the copy, which Playwright attaches through. The copy differs
 * in that fuse alone; a test checks that it is off in the app that ships.
 */
export async function makeInspectableCopy() {
  if (!existsSync(packagedProgram)) return;
  rmSync(inspectableFolder, { recursive: true, force: true });
  cpSync(path.join(root, folder), inspectableFolder, { recursive: true, verbatimSymlinks: true });
  await flipFuses(inspectableProgram, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
