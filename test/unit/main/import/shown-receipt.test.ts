import { expect, test } from 'vitest';

import type { ImportedFile } from '#ipc/imports.ts';
import { receiptOf } from '#main/import/import-receipt.ts';
import { shownReceipt } from '#main/import/shown-receipt.ts';

const file = (path: string, changes: Partial<ImportedFile>): ImportedFile => ({
  path,
  result: 'imported',
  reason: '',
  ids: [`id of ${path}`],
  words: { placed: 1, unplaced: 0 },
  timelineRows: 0,
  actions: 0,
  attachments: 0,
  patterns: 0,
  doubts: [],
  ...changes,
});

test('the page gets the first files of a large import, the ids of all COEs, and all sums', () => {
  const files = [
    ...Array.from({ length: 1000 }, (_, number) => file(`${number}.md`, {})),
    file('doubtful.md', { doubts: ['Line 3: no day.'] }),
    file('README.md', { result: 'skipped', ids: [] }),
    file('broken.md', { result: 'refused', ids: [] }),
  ];
  const about = { batch: 'batch', at: '2026-03-04T10:00:00.000Z', from: 'reports', dryRun: false, cancelled: false };
  const shown = shownReceipt(receiptOf(files, about));
  expect(shown.files).toHaveLength(300);
  expect(shown.files.slice(0, 4).map(({ path }) => path)).toEqual(['broken.md', 'README.md', 'doubtful.md', '0.md']);
  expect(shown.ids).toHaveLength(1001);
  expect(shown.summary).toMatchObject({ files: 1003, imported: 1001, skipped: 1, refused: 1 });
});
