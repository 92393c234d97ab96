import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { skipBecause } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/**
 * A checker for Electron apps, installed by `npm run setup -- --tests`. docs/security-findings.md explains each
 * finding.
 */
const root = path.resolve(import.meta.dirname, '../../..');
const program = path.join(root, 'scripts/security-lint/node_modules/@doyensec/electronegativity/dist/index.js');

const NOT_INSTALLED = 'electronegativity is not installed; run: npm run setup -- --tests';

type Finding = { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] };

/** What it finds in a folder, as `rule file`. */
function findingsIn(folder: string): string[] {
  const report = path.join(folder, 'report.sarif');
  spawnSync(process.execPath, [program, '-i', folder, '-r', '-v', 'false', '-e', '33.2.1', '-o', report], {
    cwd: folder,
    timeout: 200_000,
  });
  const { runs } = JSON.parse(readFileSync(report, 'utf8')) as { runs: { results: Finding[] }[] };
  return (runs[0]?.results ?? []).map(
    ({ ruleId, locations }) => `${ruleId} ${locations[0]?.physicalLocation.artifactLocation.uri ?? ''}`,
  );
}

it('reports only explained findings, and reports a planted one', { timeout: 600_000 }, (context) => {
  if (!existsSync(program)) {
    if (process.env['CI'] !== undefined) throw new Error(NOT_INSTALLED);
    skipBecause(NOT_INSTALLED, context);
  }
  const folder = path.join(temporaryFolder(), 'app');
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(root, 'src'), path.join(folder, 'src'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  writeFileSync(
    path.join(folder, 'src/planted.js'),
    "const { BrowserWindow } = require('electron');\nnew BrowserWindow({ webPreferences: { webSecurity: false, contextIsolation: false } });\n",
  );
  const explained = [
    ...readFileSync(path.join(root, 'docs/security-findings.md'), 'utf8').matchAll(
      /^\| `(\w+)` \| (?:`(.*?)`|everywhere) /gm,
    ),
  ];
  // One run finds both: each takes half a minute.
  const findings = findingsIn(folder);
  const isPlanted = (finding: string): boolean => finding.endsWith('src/planted.js');
  expect(findings.filter((finding) => !isPlanted(finding)).toSorted()).toEqual(
    explained.map(([, rule, file = 'file:///']) => `${rule} ${file}`).toSorted(),
  );
  expect(findings.filter(isPlanted)).toEqual(
    expect.arrayContaining(['WEB_SECURITY_JS_CHECK src/planted.js', 'CONTEXT_ISOLATION_JS_CHECK src/planted.js']),
  );
});
