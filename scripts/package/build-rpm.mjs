import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { required } from './fpm-arguments.mjs';
import { filesBelow, stageFiles } from './stage-files.mjs';

/** What rpmbuild calls the architectures, where Debian’s name, which electron-builder passes, is another one. */
const ARCHITECTURES = new Map([
  ['amd64', 'x86_64'],
  ['arm64', 'aarch64'],
]);

/** What rpmbuild calls the compressions of fpm. */
const PAYLOADS = new Map([
  ['xzmt', 'w9T0.xzdio'],
  ['gzip', 'w6.gzdio'],
]);

/**
 * Makes an rpm with rpmbuild. Throws when rpmbuild fails.
 *
 * @param {import('./fpm-arguments.mjs').FpmRequest} request
 * @param {string} work an empty folder
 */
export function buildRpm(request, work) {
  const tree = path.join(work, 'tree');
  stageFiles(request.files, tree);
  const spec = path.join(work, 'once.spec');
  writeFileSync(spec, specFile(request, tree));
  const architecture = required(request, 'architecture');
  execFileSync(
    'rpmbuild',
    [
      '-bb',
      '--quiet',
      `--target=${ARCHITECTURES.get(architecture) ?? architecture}`,
      `--buildroot=${tree}`,
      `--define=_topdir ${work}`,
      `--define=_rpmdir ${work}`,
      '--define=_rpmfilename made.rpm',
      spec,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  copyFileSync(path.join(work, 'made.rpm'), required(request, 'package'));
}

/**
 * The spec. Nothing is compiled, stripped or byte-compiled: the files are packaged as they are. Folders below /opt belong
 * to the package, those of the system do not.
 *
 * @param {import('./fpm-arguments.mjs').FpmRequest} request
 * @param {string} tree
 */
function specFile(request, tree) {
  const script = (/** @type {string} */ name) => readFileSync(required(request, name), 'utf8').replaceAll('%', '%%');
  const url = required(request, 'url');
  const payload = PAYLOADS.get(required(request, 'rpm-compression'));
  if (payload === undefined) throw new Error('unknown compression of an rpm');
  const installed = filesBelow(tree)
    .filter(({ file, isFolder }) => !isFolder || path.relative(tree, file).startsWith('opt/'))
    .map(({ file, isFolder }) => `${isFolder ? '%dir ' : ''}"/${path.relative(tree, file)}"`);
  return [
    `Name: ${required(request, 'name')}`,
    `Version: ${required(request, 'version')}`,
    'Release: 1',
    `Summary: ${required(request, 'rpm-summary')}`,
    `License: ${required(request, 'license')}`,
    `Vendor: ${required(request, 'vendor')}`,
    `Packager: ${required(request, 'maintainer')}`,
    ...(url.startsWith('https://') ? [`URL: ${url}`] : []),
    'Group: default',
    'AutoReqProv: no',
    ...(request.options['depends'] ?? []).map((name) => `Requires: ${name}`),
    `%define _binary_payload ${payload}`,
    '%define __os_install_post %{nil}',
    '%define _build_id_links none',
    '%define debug_package %{nil}',
    '',
    '%description',
    required(request, 'description'),
    '',
    '%post',
    script('after-install'),
    '%postun',
    script('after-remove'),
    '%files',
    '%defattr(-,root,root,-)',
    ...installed,
    '',
  ].join('\n');
}
