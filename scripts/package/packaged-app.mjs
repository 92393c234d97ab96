import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';

import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

import { root } from '../system/paths.mjs';

const PACKAGED = {
  linux: { folder: 'dist/linux-unpacked', program: 'once' },
  win32: { folder: 'dist/win-unpacked', program: 'Once.exe' },
  darwin: { folder: 'dist/mac/Once.app', program: 'Contents/MacOS/Once' },
}[process.platform] ?? { folder: 'dist/linux-unpacked', program: 'once' };

/** The program as it is shipped. */
export const packagedProgram = path.join(root, PACKAGED.folder, PACKAGED.program);

const testFolder = path.join(root, `${PACKAGED.folder}-for-tests`);

/** The same with the one fuse flipped that the test driver needs. */
export const packagedProgramForTests = path.join(testFolder, PACKAGED.program);

/**
 * What is shipped refuses to be inspected, and the test driver works through the inspector. So the tests run a copy that
 * differs in that fuse alone; that the shipped one has it off is a test of its own.
 */
export async function makePackagedForTests() {
  if (!existsSync(packagedProgram)) return;
  rmSync(testFolder, { recursive: true, force: true });
  cpSync(path.join(root, PACKAGED.folder), testFolder, { recursive: true, verbatimSymlinks: true });
  await flipFuses(packagedProgramForTests, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
