import { readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from '../system/paths.mjs';

/** @param {string} file */
const read = (file) => readFileSync(path.join(root, file), 'utf8');

/**
 * The version as each place has it. `released` is the date in the changelog, null while it says `unreleased`, and
 * `schemaVersion` that of the files, in the code and in docs/file-format.md.
 */
export function readVersions() {
  const [, changelog, date] = /^## \[(\d+\.\d+\.\d+)\] - (\S+)$/m.exec(read('CHANGELOG.md')) ?? [];
  const lock = JSON.parse(read('package-lock.json'));
  return {
    package: JSON.parse(read('package.json')).version,
    lock: lock.version,
    changelog: changelog ?? null,
    released: date === undefined || date === 'unreleased' ? null : date,
    schemaVersion: {
      code: Number(/CURRENT_SCHEMA_VERSION = (\d+)/.exec(read('src/domain/coe/coe.ts'))?.[1]),
      docs: Number(
        /^\| `schemaVersion` \| The version of this format: (\d+)\./m.exec(read('docs/file-format.md'))?.[1],
      ),
    },
  };
}
