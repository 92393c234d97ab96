import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { isBuildStale } from '../bundle/is-stale.mjs';
import { NOTICES } from '../bundle/third-party/collect-licences.mjs';
import { readNotices } from '../bundle/third-party/notices.mjs';
import { provideElectron } from '../electron/provide-electron.mjs';
import { commitOfSources, noteMadeFrom } from '../release/made-from.mjs';
import { log } from '../system/log.mjs';
import { root } from '../system/paths.mjs';
import { commandOutput, runCommand } from '../system/run-command.mjs';
import { debianCopyright } from './debian-copyright.mjs';
import { findLinuxTools } from './linux-tools.mjs';
import { makeInspectableCopy } from './packaged-app.mjs';

/*
 * Packages the app: `npm run package` makes this platform's packages, as electron-builder.yml declares them, `-- --dir`
 * only the unpacked folder, and `-- deb rpm` only packages of these kinds. electron-builder downloads tools for the
 * packages, not for the folder; linux-tools.mjs says what takes their place where that cannot be done. With `--quick`
 * the packages are compressed less, for trying them out.
 */
const QUICK = { ELECTRON_BUILDER_COMPRESSION_LEVEL: '1', DPKG_DEB_COMPRESSOR_LEVEL: '1' };
const given = process.argv.slice(2);
const dirOnly = given.includes('--dir');
const quick = given.includes('--quick');
const kinds = given.filter((each) => !each.startsWith('--'));
const startedAt = Date.now();
const commit = commitOfSources();
const found = await provideElectron();
const declared = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies.electron;
if (isBuildStale()) {
  const code = await runCommand('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
}
const distribution =
  found.plain === null ? [] : [`-c.electronDist=${found.plain}`, `-c.electronVersion=${found.version}`];
if (found.plain !== null)
  log(`Packaging with Electron ${found.version}: Electron ${declared} cannot be downloaded here.`);
const tools =
  process.platform === 'linux' && !dirOnly
    ? await findLinuxTools()
    : { targets: /** @type {string[]} */ ([]), env: {} };
const missing = kinds.filter((kind) => !tools.targets.includes(kind));
if (process.platform === 'linux' && missing.length > 0) {
  log(`Cannot be made here: ${missing.join(', ')}.`);
  process.exit(1);
}
if (process.platform === 'linux' && !dirOnly) writeDebianDocs();
const targets = kinds.length > 0 ? kinds : tools.targets;
const code = await runCommand(
  'npx',
  [
    'electron-builder',
    ...(dirOnly ? ['--dir'] : []),
    ...(process.platform === 'linux' && !dirOnly ? ['--linux', ...targets] : []),
    '--publish',
    'never',
    `-c.extraMetadata.homepage=${homepage()}`,
    ...versionDate(),
    ...(quick ? ['-c.deb.compression=gz', '-c.rpm.compression=gzip'] : []),
    ...distribution,
  ],
  { env: { ...process.env, ...tools.env, ...(quick ? QUICK : {}) } },
);
if (code === 0 && dirOnly) await makeInspectableCopy();
else if (code === 0) await noteMadeFrom(path.join(root, 'dist'), startedAt, commit);
process.exitCode = code;

/** Writes what electron-builder.yml puts into the deb's folder of documents. */
function writeDebianDocs() {
  const licences = readFileSync(path.join(root, 'out', NOTICES), 'utf8');
  const own = readFileSync(path.join(root, 'build/linux/copyright'), 'utf8');
  const folder = path.join(root, 'dist/doc');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'copyright'), debianCopyright(own, readNotices(licences)));
  writeFileSync(path.join(folder, `${NOTICES}.gz`), gzipSync(licences, { level: 9 }));
}

/** The page of the project: what ONCE_HOMEPAGE says, or the repository that a forge builds. `none` elsewhere. */
function homepage() {
  const { ONCE_HOMEPAGE, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
  if (ONCE_HOMEPAGE !== undefined) return ONCE_HOMEPAGE;
  if (GITHUB_SERVER_URL === undefined || GITHUB_REPOSITORY === undefined) return 'none';
  return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
}

/** The date of the commit, which the app shows as that of its version. Two packages of one commit have the same. */
function versionDate() {
  const date = commandOutput('git', ['log', '-1', '--format=%cs']);
  return date === null ? [] : [`-c.extraMetadata.versionDate=${date}`];
}
