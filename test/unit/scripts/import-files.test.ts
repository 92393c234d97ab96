import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import type { ImportReceipt } from '#ipc/imports.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const SCRIPT = fileURLToPath(new URL('../../../scripts/import/import-files.ts', import.meta.url));

function importing(from: string, library: string): ImportReceipt['summary'] {
  const { stdout, stderr } = spawnSync(process.execPath, [SCRIPT, '--from', from, '--library', library], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as ImportReceipt).summary;
}

describe('npm run import', () => {
  test('skips all reports that a library has already, however many they are', () => {
    const folder = temporaryFolder();
    const [from, library] = [path.join(folder, 'reports'), path.join(folder, 'library')];
    mkdirSync(from);
    const reports = 100;
    for (let number = 0; number < reports; number += 1) {
      const text = `# Outage ${number}\n\n## Summary\n\n${`The disk of server ${number} was full. `.repeat(200)}\n`;
      writeFileSync(path.join(from, `outage-${number}.md`), text);
    }
    expect(importing(from, library)).toMatchObject({ coes: reports, skipped: 0 });
    expect(importing(from, library)).toMatchObject({ coes: 0, skipped: reports });
    expect(readdirSync(path.join(library, 'coes'))).toHaveLength(reports);
  });
});
