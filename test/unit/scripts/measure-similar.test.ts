import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { measureWays } from '../../../scripts/similar/measure-ways.ts';
import { readLabels } from '../../../scripts/similar/read-labels.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const REPORTS: Readonly<Record<string, string>> = {
  'a.md': '# Certificate expired\n\n## Root cause\n\nThe certificate of the gateway expired; nobody had renewed it.\n',
  'b.md': '# Disk full\n\n## Root cause\n\nOld logs were never rotated and filled the disk.\n',
  'c.md': '# Certificate expired again\n\n## Root cause\n\nThe gateway certificate was not renewed and expired.\n',
};

function writeReports(rows: readonly object[]): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'team'));
  for (const [name, text] of Object.entries(REPORTS)) writeFileSync(path.join(folder, 'team', name), text);
  const file = path.join(folder, 'labels.json');
  writeFileSync(file, JSON.stringify({ sets: { 'team/one': rows } }));
  return file;
}

const none = { repeatOf: [], related: [] };

test('labelled reports are imported, and each is ranked against the ones before it', async () => {
  const file = writeReports([
    { report: 'a.md', ...none },
    { report: 'b.md', ...none },
    { report: 'c.md', repeatOf: ['a.md'], related: [], conditions: ['attention-memory'] },
  ]);
  const read = await readLabels(file);
  if (!read.ok) throw new Error(read.error);
  expect(read.value[0]?.coes[2]?.coe.sections.cause.conditions.map(({ condition }) => condition)).toEqual([
    'attention-memory',
  ]);
  const figures = measureWays(read.value, 'all');
  expect(figures['what ships, without choices']).toMatchObject({
    repeats: 1,
    recallAt3: 1,
    meanReciprocalRank: 1,
    repeatShown: 1,
    alone: 2,
    shownInVain: 0,
  });
  expect(figures.chance.shown).toBe(0);
});

test('a file that is no file of labels, and a report that is not there, are named', async () => {
  const file = writeReports([{ report: 'gone.md', ...none }]);
  expect(await readLabels(file)).toMatchObject({ ok: false, error: expect.stringContaining('gone.md') });
  writeFileSync(file, '{"sets":{"team":[{"report":1}]}}');
  expect(await readLabels(file)).toMatchObject({ ok: false, error: expect.stringContaining('not a file of labels') });
  expect(await readLabels(`${file}.gone`)).toMatchObject({
    ok: false,
    error: expect.stringContaining('cannot be read'),
  });
});
