import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { commandFor } from '../e2e/support/once-process.ts';
import { root } from './root.ts';
import type { Command } from './start.ts';

/** How to start the app in a folder on a library, with its own data and home in another folder. */
export function commandOf(appFolder: string, library: string, folder: string, userData: string): Command {
  const home = path.join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const { program, args, env } = commandFor({ library, userData: path.join(folder, userData), home });
  return { program, args: args.map((arg) => (arg === root ? appFolder : arg)), env };
}
