import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import type { ImportReceipt } from '#ipc/imports.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

import { runImportCommand } from '../../../scripts/import/import-files.ts';

const SCRIPT = fileURLToPath(new URL('../../../scripts/import/import-files.ts', import.meta.url));

async function importing(from: string, library: string, ...more: readonly string[]): Promise<ImportReceipt['summary']> {
  const { out, error } = await runImportCommand(['--from', from, '--library', library, ...more]);
  expect(error).toBe('');
  return (JSON.parse(out) as ImportReceipt).summary;
}

describe('npm run import', () => {
  test('skips all reports that a library has already, however many they are', async () => {
    const folder = temporaryFolder();
    const [from, library] = [path.join(folder, 'reports'), path.join(folder, 'library')];
    mkdirSync(from);
    const reports = 100;
    for (let number = 0; number < reports; number += 1) {
      const text = `# Outage ${number}\n\n## Summary\n\n${`The disk of server ${number} was full. `.repeat(200)}\n`;
      writeFileSync(path.join(from, `outage-${number}.md`), text);
    }
    expect(await importing(from, library)).toMatchObject({ coes: reports, skipped: 0 });
    expect(await importing(from, library)).toMatchObject({ coes: 0, skipped: reports });
    expect(readdirSync(path.join(library, 'coes'))).toHaveLength(reports);
  });

  test.each([
    [[], '2026-04-03'],
    [['--dates', 'day-first'], '2026-04-03'],
    [['--dates', 'month-first'], '2026-03-04'],
  ] as const)('reads dates in the order that was asked for: %s', async (dates, day) => {
    const folder = temporaryFolder();
    const [from, library] = [path.join(folder, 'disk.md'), path.join(folder, 'library')];
    writeFileSync(from, '# Disk full\n\nDate: 3/4/2026\n\n## Timeline\n\n- 3/4/2026 10:00 the alarm rang\n');
    await importing(from, library, ...dates);
    const [name = ''] = readdirSync(path.join(library, 'coes'));
    const coe = JSON.parse(readFileSync(path.join(library, 'coes', name), 'utf8')) as Coe;
    expect(coe.happened.value).toBe(day);
    expect(coe.sections.timeline.entries.map(({ when }) => when.value)).toEqual([`${day}T10:00`]);
  });

  test('says how it is used when the order of dates is none that it knows', async () => {
    const { out, error, status } = await runImportCommand(['--from', '.', '--library', '.', '--dates', 'year-last']);
    expect({ out, status }).toEqual({ out: '', status: 2 });
    expect(error).toContain('--dates day-first|month-first');
  });

  test('prints the receipt, or what is wrong with an exit code, in a process of its own', () => {
    const folder = temporaryFolder();
    const from = path.join(folder, 'disk.md');
    writeFileSync(from, '# Disk full\n\n## Summary\n\nThe disk was full.\n');
    const run = (library: string) => spawnSync(process.execPath, [SCRIPT, '--from', from, '--library', library]);
    const done = run(path.join(folder, 'library'));
    expect(done).toMatchObject({ status: 0, stderr: Buffer.from('') });
    expect(JSON.parse(done.stdout.toString())).toMatchObject({ summary: { coes: 1 } });
    const refused = run(from);
    expect(refused).toMatchObject({ status: 1, stdout: Buffer.from('') });
    expect(refused.stderr.toString()).toContain('cannot be written.');
  });
});
