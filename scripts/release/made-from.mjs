import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { commandOutput } from '../system/run-command.mjs';
import { sha256Of } from './sha256-of.mjs';

/** The names of packages. */
export const PACKAGES = /\.(?:deb|rpm|AppImage|tar\.gz|dmg|exe)$/;

const FILE = 'made-from.json';

/** The commit of the sources; null where there is none, or where a file that git keeps differs from it. */
export function commitOfSources() {
  const isChanged = commandOutput('git', ['status', '--porcelain', '--untracked-files=no']) !== '';
  return isChanged ? null : commandOutput('git', ['rev-parse', 'HEAD']);
}

/**
 * Notes in a folder of packages which commit those made since a time are from, and their checksums: a package that was
 * made again in a run that failed is another one.
 *
 * @param {string} dist
 * @param {number} since in milliseconds
 * @param {string | null} commit null if they are from no commit
 */
export async function noteMadeFrom(dist, since, commit) {
  const names = readdirSync(dist).filter((name) => PACKAGES.test(name));
  const made = names.filter((name) => statSync(path.join(dist, name)).mtimeMs >= since);
  const notes = { ...madeFrom(dist) };
  for (const name of made) notes[name] = { commit, sha256: await sha256Of(path.join(dist, name)) };
  writeFileSync(path.join(dist, FILE), JSON.stringify(notes));
}

/**
 * The commit of each package in a folder and its checksum then, as they were noted.
 *
 * @param {string} dist
 * @returns {Readonly<Record<string, { readonly commit: string | null, readonly sha256: string }>>}
 */
export const madeFrom = (dist) =>
  existsSync(path.join(dist, FILE)) ? JSON.parse(readFileSync(path.join(dist, FILE), 'utf8')) : {};
