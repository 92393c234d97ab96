import { rmSync } from 'node:fs';
import process from 'node:process';

import { app, dialog } from 'electron';

import { makeTemporaryFolder, type StartObstacle } from '#main/session/start-obstacle.ts';

import { EXIT } from './command-line.ts';

/** The arguments behind the program and, where Electron runs a folder, behind that folder. */
export function ownArguments(): string[] {
  const args = process.argv.slice(1);
  if (app.isPackaged) return args;
  const folder = args.findIndex((arg) => !arg.startsWith('-'));
  return args.toSpliced(folder, folder === -1 ? 0 : 1);
}

/** Prints a text and ends the app with an exit code: 0 prints to the output, anything else to where errors go. */
export function endWith(text: string, exitCode: number): void {
  const stream = exitCode === 0 ? process.stdout : process.stderr;
  stream.write(text, () => app.exit(exitCode));
}

/**
 * Says why the app cannot start, where the person may see it, and ends it: always where errors go, and in a dialog unless
 * that is a terminal, as it is not for a start from a menu.
 */
export function showObstacle({ text, hasScreen }: StartObstacle): void {
  const end = (): void => app.exit(EXIT.couldNotStart);
  process.stderr.write(text, () => {
    if (!hasScreen || process.stderr.isTTY || !hasOtherUserData()) return end();
    void app.whenReady().then(() => {
      dialog.showErrorBox('Once cannot start', text);
      end();
    });
  });
}

/** Linux has no dialog before the app is ready, which takes a folder that can be written to. False if there is none. */
function hasOtherUserData(): boolean {
  const folder = makeTemporaryFolder();
  if (folder === null) return false;
  app.setPath('userData', folder);
  app.once('quit', () => rmSync(folder, { recursive: true, force: true }));
  return true;
}
