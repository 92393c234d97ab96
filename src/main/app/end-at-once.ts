import process from 'node:process';

import { app, dialog } from 'electron';

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

/** Says why the app cannot start, where the person may see it, and ends it. */
export function showObstacle(text: string): void {
  // Before the app is ready, Linux has no dialog.
  if (process.platform !== 'linux') dialog.showErrorBox('Once cannot start', text);
  endWith(text, EXIT.couldNotStart);
}
