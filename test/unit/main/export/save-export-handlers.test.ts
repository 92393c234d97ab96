import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { DEFAULT_EXPORT_CHOICE } from '#domain/export/export-choice.ts';
import { saveExportHandlers } from '#main/export/save-export-handlers.ts';
import { fail } from '#domain/result.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { ALL_EXAMPLES } from '#test/support/examples.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** The export handlers on a library of the examples. The person saves to `out`, or cancels. */
async function handlersOf({ cancels = false } = {}) {
  const folder = temporaryFolder();
  const root = path.join(folder, 'library');
  mkdirSync(path.join(root, 'coes'), { recursive: true });
  for (const coe of ALL_EXAMPLES) writeFileSync(path.join(root, 'coes', `${coe.id}.json`), writeCoe(coe));
  const { library } = await openTestLibrary({ folder: root });
  await library.whenComplete();
  const out = path.join(folder, 'out');
  mkdirSync(out);
  const shown: string[] = [];
  const clipboard: object[] = [];
  const handlers = saveExportHandlers({
    askWhere: async ({ name }) => (cancels ? null : path.join(out, name)),
    askForFolder: async () => (cancels ? null : out),
    library: () => library,
    draw: { zone: () => 'UTC', locale: () => 'en-GB', toPdf: async () => fail({ kind: 'print-failed' }) },
    announce: () => undefined,
    showFile: (file) => void shown.push(file),
    writeClipboard: async (text, html) => void clipboard.push({ text, html }),
  });
  return { handlers, out, shown, clipboard };
}

const request = { choice: DEFAULT_EXPORT_CHOICE, separator: ',' } as const;
const [example] = ALL_EXAMPLES;

test('the whole library is exported to a folder, one file a COE', async () => {
  const { handlers, out, shown } = await handlersOf();
  const saved = await handlers['exports:save']({ ...request, scope: { of: 'library' }, format: 'markdown' });
  expect(saved).toEqual({
    ok: true,
    value: { name: 'out', files: ALL_EXAMPLES.length, refused: 0, unread: 0, missing: 0 },
  });
  expect(readdirSync(out)).toHaveLength(ALL_EXAMPLES.length);
  await handlers['exports:reveal']({});
  expect(path.dirname(shown[0] ?? '')).toBe(out);
});

test('only what the filter finds is exported', async () => {
  const { handlers, out } = await handlersOf();
  const filter = { ...emptyFilter(), kinds: ['outage' as const] };
  await handlers['exports:save']({ ...request, scope: { of: 'list', filter, text: '' }, format: 'json' });
  expect(readdirSync(out)).toHaveLength(ALL_EXAMPLES.filter((coe) => coe.kind === 'outage').length);
});

test('only the chosen COEs are exported', async () => {
  const { handlers, out } = await handlersOf();
  const chosen = ALL_EXAMPLES.slice(1, 3);
  const ids = chosen.map(({ id }) => id);
  await handlers['exports:save']({ ...request, scope: { of: 'chosen', ids }, format: 'json' });
  const titles = readdirSync(out).map((name) => JSON.parse(readFileSync(path.join(out, name), 'utf8')).title);
  expect(titles.toSorted()).toEqual(chosen.map(({ title }) => title).toSorted());
});

test('one COE leaves as it is on the screen, without private fields', async () => {
  if (example === undefined) throw new Error('There are no examples');
  const { handlers, out } = await handlersOf();
  const coe = { ...example, title: 'Not saved yet' };
  const saved = await handlers['exports:save']({ ...request, scope: { of: 'coe', coe }, format: 'markdown' });
  expect(saved).toMatchObject({ ok: true, value: { files: 1 } });
  const text = readFileSync(path.join(out, readdirSync(out)[0] ?? ''), 'utf8');
  expect(text).toContain('# Not saved yet');
  expect(text).not.toContain('ashamed');
});

test('a file in the folder with another content stays as it is', async () => {
  const { handlers, out } = await handlersOf();
  const again = () => handlers['exports:save']({ ...request, scope: { of: 'library' }, format: 'markdown' });
  await again();
  const [name = ''] = readdirSync(out);
  writeFileSync(path.join(out, name), 'mine');
  expect(await again()).toMatchObject({ ok: true, value: { files: ALL_EXAMPLES.length - 1, refused: 1 } });
  expect(readFileSync(path.join(out, name), 'utf8')).toBe('mine');
});

test('a cancelled export writes nothing', async () => {
  const { handlers, out } = await handlersOf({ cancels: true });
  const saved = await handlers['exports:save']({ ...request, scope: { of: 'library' }, format: 'everything' });
  expect(saved).toEqual(fail({ kind: 'cancelled' }));
  expect(readdirSync(out)).toEqual([]);
});

test('a stopped export of everything leaves no file behind', async () => {
  const { handlers, out } = await handlersOf();
  const saving = handlers['exports:save']({ ...request, scope: { of: 'library' }, format: 'everything' });
  // Two saves cannot run at once: the later one stops the earlier.
  const later = handlers['exports:save']({ ...request, scope: { of: 'library' }, format: 'csv' });
  expect(await saving).toEqual(fail({ kind: 'cancelled' }));
  expect(await later).toMatchObject({ ok: true, value: { files: 3 } });
  expect(readdirSync(out).toSorted()).toEqual(['actions.csv', 'coes.csv', 'timeline.csv']);
});

test('rich text goes on the clipboard beside its plain text', async () => {
  const { handlers, clipboard } = await handlersOf();
  await handlers['clipboard:write']({ text: '# A', html: '<h1>A</h1>' });
  await handlers['clipboard:write']({ text: '# A', html: null });
  expect(clipboard).toEqual([
    { text: '# A', html: '<h1>A</h1>' },
    { text: '# A', html: null },
  ]);
});
