import { spawn, type SpawnOptions } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { fail, ok, type Result } from '../../src/domain/result.ts';
import type { AppError } from '../../src/ipc/app-error.ts';
import type { PrintPage } from '../../src/main/export/print/print-page.ts';
import { isBuildStale } from '../bundle/is-stale.mjs';
import { findElectron } from '../electron/find-electron.mjs';
import { sandboxArgs } from '../system/display.mjs';
import { root } from '../system/paths.mjs';
import { runCommand } from '../system/run-command.mjs';

/**
 * Prints pages into PDFs, in their order, without the app being open: only Electron can print. Builds the app first if
 * its sources have changed. Fails with `print-failed`, and throws when there is no Electron.
 */
export async function printPdfs(pages: readonly PrintPage[]): Promise<Result<Uint8Array[], AppError>> {
  // Only this user can read the folder. It is removed whatever happens, because people's words are in it.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'once-print-'));
  try {
    const files = await printInto(folder, pages);
    return files === null ? fail({ kind: 'print-failed' }) : ok(await Promise.all(files.map((file) => readFile(file))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Does the same into files of an empty folder, and returns their paths; null if a page could not be printed. */
export async function printInto(folder: string, pages: readonly PrintPage[]): Promise<string[] | null> {
  const electron = findElectron();
  if (electron === null) throw new Error('Electron is missing. Run: npm run setup');
  const build = ['run', '--silent', 'build', '--', '--logLevel', 'warn'];
  if (isBuildStale() && (await runCommand('npm', build, OUT_OF_THE_WAY)) !== 0) return null;
  const app = path.join(folder, 'app');
  await mkdir(app);
  const entry = pathToFileURL(path.join(root, 'out/main/print-jobs.js')).href;
  await writeFile(
    path.join(app, 'package.json'),
    JSON.stringify({ name: 'once-print', version: '1.0.0', main: 'main.mjs' }),
  );
  await writeFile(path.join(app, 'main.mjs'), `import ${JSON.stringify(entry)};\n`);
  await writeFile(path.join(app, 'pages.json'), JSON.stringify(pages));
  const code = await exitCodeOf(process.execPath, [
    path.join(root, 'scripts/system/run-with-display.mjs'),
    electron.program,
    ...sandboxArgs(),
    app,
    `--user-data-dir=${path.join(folder, 'data')}`,
  ]);
  return code === 0 ? pages.map((_page, index) => path.join(app, `${index}.pdf`)) : null;
}

/** The command line prints JSON, so nothing else may be on its standard output. */
const OUT_OF_THE_WAY: SpawnOptions = { stdio: ['ignore', 2, 2] };

/**
 * The exit code of a program. Its output is dropped: Electron says much about displays and graphics that concerns
 * nobody.
 */
const exitCodeOf = (command: string, args: readonly string[]): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', resolve);
  });
