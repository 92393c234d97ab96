import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { packagedProgram } from '../../scripts/package/packaged-app.mjs';
import { expect, test } from './support/app.ts';
import { onlyIf } from './support/only-if.ts';

type AsarFolder = { readonly files: Readonly<Record<string, AsarFolder | { readonly size: number }>> };

/** Every file in an asar archive: its header is JSON, behind 16 bytes of which the last four are its length. */
function filesOf(archive: string): string[] {
  const bytes = readFileSync(archive);
  const below = (folder: AsarFolder, prefix: string): string[] =>
    Object.entries(folder.files).flatMap(([name, entry]) =>
      'files' in entry ? below(entry, `${prefix}${name}/`) : [`${prefix}${name}`],
    );
  const header: AsarFolder = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8'));
  return below(header, '');
}

test('the package holds what the app runs, and nothing it is made from', { tag: '@packaged' }, () => {
  onlyIf(process.env['ONCE_PACKAGED'] === '1', 'only a package has contents');
  onlyIf(process.platform === 'linux', 'the folders have other names elsewhere');
  const folder = path.dirname(packagedProgram);
  // Making a deb or rpm leaves a profile for AppArmor there.
  expect(readdirSync(path.join(folder, 'resources')).filter((name) => name !== 'apparmor-profile')).toEqual([
    'app.asar',
  ]);
  expect(readdirSync(path.join(folder, 'locales'))).toEqual(['en-US.pak']);
  const files = filesOf(path.join(folder, 'resources', 'app.asar'));
  expect(files).toContain('out/main/index.js');
  expect(files.filter((file) => !file.startsWith('out/') && file !== 'package.json')).toEqual([]);
  expect(files.filter((file) => /\.(?:tsx?|map|snap)$|\.(?:test|spec)\.|node_modules|test-results/.test(file))).toEqual(
    [],
  );
});
