import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { required } from './fpm-arguments.mjs';
import { filesBelow, stageFiles } from './stage-files.mjs';

/** What dpkg-deb calls the compressions of fpm, where it has another name. */
const DPKG_NAMES = new Map([
  ['gz', 'gzip'],
  ['zst', 'zstd'],
]);

/**
 * Makes a deb with dpkg-deb. Throws when dpkg-deb fails.
 *
 * @param {import('./fpm-arguments.mjs').FpmRequest} request
 * @param {string} work an empty folder
 */
export function buildDeb(request, work) {
  const tree = path.join(work, 'tree');
  stageFiles(request.files, tree);
  writeChangelog(request, tree);
  const files = filesBelow(tree).filter(({ isFolder, isLink }) => !isFolder && !isLink);
  const kilobytes = Math.ceil(files.reduce((sum, { file }) => sum + statSync(file).size, 0) / 1024);
  const controlFolder = path.join(tree, 'DEBIAN');
  mkdirSync(controlFolder);
  writeFileSync(path.join(controlFolder, 'control'), controlFile(request, kilobytes));
  writeFileSync(
    path.join(controlFolder, 'md5sums'),
    files.map(({ file }) => `${md5(file)}  ${path.relative(tree, file)}\n`).join(''),
  );
  for (const [option, script] of [
    ['after-install', 'postinst'],
    ['after-remove', 'postrm'],
  ]) {
    copyFileSync(required(request, String(option)), path.join(controlFolder, String(script)));
    chmodSync(path.join(controlFolder, String(script)), 0o755);
  }
  const compression = required(request, 'deb-compression');
  execFileSync(
    'dpkg-deb',
    [
      '--root-owner-group',
      `-Z${DPKG_NAMES.get(compression) ?? compression}`,
      '--build',
      tree,
      required(request, 'package'),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

/**
 * Writes the changelog in Debian's form, which fpm writes too. What changed is in the app's own.
 *
 * @param {import('./fpm-arguments.mjs').FpmRequest} request
 * @param {string} tree
 */
function writeChangelog(request, tree) {
  const name = required(request, 'name');
  const date = new Date(Number(process.env.SOURCE_DATE_EPOCH ?? Date.now() / 1000) * 1000);
  const text = [
    `${name} (${required(request, 'version')}) unstable; urgency=medium`,
    '',
    `  * Version ${required(request, 'version')}.`,
    '',
    ` -- ${required(request, 'maintainer')}  ${date.toUTCString().replace('GMT', '+0000')}`,
    '',
  ].join('\n');
  const file = path.join(tree, 'usr/share/doc', name, 'changelog.gz');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, gzipSync(text, { level: 9 }), { mode: 0o644 });
}

/**
 * @param {import('./fpm-arguments.mjs').FpmRequest} request
 * @param {number} kilobytes
 */
function controlFile(request, kilobytes) {
  const list = (/** @type {string} */ name) => (request.options[name] ?? []).join(', ');
  const url = required(request, 'url');
  const fields = [
    ['Package', required(request, 'name')],
    ['Version', required(request, 'version')],
    ['License', required(request, 'license')],
    ['Vendor', required(request, 'vendor')],
    ['Architecture', required(request, 'architecture')],
    ['Maintainer', required(request, 'maintainer')],
    ['Installed-Size', String(kilobytes)],
    ['Depends', list('depends')],
    ['Recommends', list('deb-recommends')],
    ['Section', required(request, 'category')],
    ['Priority', required(request, 'deb-priority')],
    ['Homepage', url.startsWith('https://') ? url : ''],
    ['Description', required(request, 'description')],
  ];
  return fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/** @param {string} file */
const md5 = (file) => createHash('md5').update(readFileSync(file)).digest('hex');
