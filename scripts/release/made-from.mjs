import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { commandOutput } from '../system/run-command.mjs';

/** The names of packages. */
export const PACKAGES = /\.(?:deb|rpm|AppImage|tar\.gz|dmg|exe)$/;

const FILE = 'made-from.json';

/** The commit of the sources; null where there is none, or where a file that git keeps differs from it. */
export function commitOfSources() {
  const isChanged = commandOutput('git', ['status', '--porcelain', '--untracked-files=no']) !== '';
  return isChanged ? null : commandOutput('git', ['rev-parse', 'HEAD']);
}

/**
 * Notes in a folder of packages which commit those made since a time are from.
 *
 * @param {string} dist
 * @param {number} since in milliseconds
 * @param {string | null} commit null if they are from no commit
 */
export function noteMadeFrom(dist, since, commit) {
  const names = readdirSync(dist).filter((name) => PACKAGES.test(name));
  const made = names.filter((name) => statSync(path.join(dist, name)).mtimeMs >= since).map((name) => [name, commit]);
  writeFileSync(path.join(dist, FILE), JSON.stringify({ ...madeFrom(dist), ...Object.fromEntries(made) }));
}

/**
 * The commit of each package in a folder, as it was noted.
 *
 * @param {string} dist
 * @returns {Readonly<Record<string, string | null>>}
 */
export const madeFrom = (dist) =>
  existsSync(path.join(dist, FILE)) ? JSON.parse(readFileSync(path.join(dist, FILE), 'utf8')) : {};
