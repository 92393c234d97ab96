import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import type { ImportChoices } from '#domain/import/imported-report.ts';
import { CONTRACT } from '#ipc/contract.ts';
import { createDropHandler, createPickedImports } from '#main/import/picked-imports.ts';
import { importHandlers } from '#main/import/import-handlers.ts';
import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';
import { HOSTILE_NAMES } from '#test/support/hostile-requests.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';
import { workerUrl } from '#test/support/worker-url.ts';

import { folderWith, report, snapshotOf } from './import-support.ts';

const CHOICES: ImportChoices = { zone: null, dateOrder: 'day-first', headings: {}, kind: null, splitReports: true };

/** The handlers of an open library, in which the dialog answers with a path, or null for Cancel. */
async function handlersWith(from: string | null) {
  const test = await openTestLibrary();
  const open: { library: Library | null } = { library: test.library };
  const progress: number[] = [];
  let made = 0;
  const handlers = importHandlers({
    askForImport: async () => (from === null ? null : [from]),
    picks: createPickedImports(),
    library: () => open.library,
    announce: (event, payload) => {
      if (event === 'import:progress' && 'done' in payload) progress.push(Number(payload.done));
    },
    receiptFolder: path.join(temporaryFolder(), 'imports'),
    workerUrl: workerUrl('import-worker'),
    zone: () => 'Europe/Paris',
    newId: () => testId(700_000 + (made += 1)),
    clock: () => Date.UTC(2026, 4, 14),
  });
  return { ...test, handlers, open, progress, handle: handleOf(test.folder) };
}

async function chosen(handlers: Awaited<ReturnType<typeof handlersWith>>['handlers']): Promise<string> {
  const picked = await handlers['import:choose']({ what: 'folder' });
  if (!picked.ok) throw new Error('Nothing was picked.');
  return picked.value.handle;
}

it('chooses, tries, imports, lists, reads and undoes', async () => {
  const { handlers, library, folder, handle, progress } = await handlersWith(folderWith({ 'a.md': report('A') }));
  const before = snapshotOf(folder);
  const picked = await handlers['import:choose']({ what: 'folder' });
  expect(picked).toMatchObject({ ok: true, value: { name: 'reports' } });
  const source = await chosen(handlers);

  const preview = await handlers['import:dry-run']({ handle: source, choices: CHOICES });
  expect(preview).toMatchObject({ ok: true, value: { zoneAsked: 1, repeated: 0, receipt: { dryRun: true } } });
  expect(snapshotOf(folder)).toEqual(before);

  const run = await handlers['import:run']({ library: handle, handle: source, choices: CHOICES, repeated: 'skip' });
  const batch = run.ok ? run.value.batch : '';
  expect(run).toMatchObject({ ok: true, value: { summary: { files: 1, imported: 1, coes: 1 } } });
  expect(library.summaries().map(({ title }) => title)).toEqual(['A']);
  expect(progress.at(-1)).toBe(1);

  expect(await handlers['import:receipts']({})).toMatchObject({ ok: true, value: [{ batch, from: 'reports' }] });
  expect(await handlers['import:read-receipt']({ batch })).toEqual(run);
  const undone = await handlers['import:undo']({ library: handle, batch });
  expect(undone).toEqual({ ok: true, value: { removed: 1, restored: 0, attachments: 0, patterns: 0, kept: [] } });
  expect(snapshotOf(folder)).toEqual(before);
});

it('asks for the zone once, and the receipt says which was taken', async () => {
  const { handlers, handle } = await handlersWith(folderWith({ 'a.md': report('A'), 'b.md': report('B') }));
  const source = await chosen(handlers);
  const preview = await handlers['import:dry-run']({ handle: source, choices: CHOICES });
  expect(preview).toMatchObject({
    ok: true,
    value: { zoneAsked: 2, receipt: { summary: { doubts: 0 } } },
  });
  const run = await handlers['import:run']({ library: handle, handle: source, choices: CHOICES, repeated: 'skip' });
  const files = run.ok ? run.value.files : [];
  const said = ['No time zone is named; times were read as Europe/Paris.'];
  expect(files.map(({ doubts }) => doubts)).toEqual([said, said]);
});

it('never shows the page a path', async () => {
  const { handlers } = await handlersWith(folderWith({ 'a.md': report('A') }));
  const picked = await handlers['import:choose']({ what: 'files' });
  expect(JSON.stringify(picked)).not.toContain(path.sep === '/' ? '/' : '\\');
});

it('says so when the person cancels, and when what was picked is gone', async () => {
  const none = await handlersWith(null);
  expect(await none.handlers['import:choose']({ what: 'files' })).toEqual({ ok: false, error: { kind: 'cancelled' } });
  const file = path.join(temporaryFolder(), 'a.md');
  writeFileSync(file, report('A'));
  const { handlers } = await handlersWith(file);
  const source = await chosen(handlers);
  rmSync(file);
  const preview = await handlers['import:dry-run']({ handle: source, choices: CHOICES });
  expect(preview).toMatchObject({ ok: false, error: { kind: 'disk', reason: 'gone' } });
});

it('refuses a handle that it did not give out, another library and a closed one', async () => {
  const { handlers, open, handle } = await handlersWith(folderWith({ 'a.md': report('A') }));
  const source = await chosen(handlers);
  const made = { library: handle, handle: '0'.repeat(32), choices: CHOICES, repeated: 'skip' } as const;
  expect(await handlers['import:run'](made)).toEqual({ ok: false, error: { kind: 'not-found' } });
  expect(await handlers['import:run']({ ...made, handle: source, library: '0'.repeat(24) })).toEqual({
    ok: false,
    error: { kind: 'library-switched' },
  });
  expect(await handlers['import:undo']({ library: handle, batch: testId(1) })).toMatchObject({ ok: false });
  open.library = null;
  expect(await handlers['import:run']({ ...made, handle: source })).toEqual({
    ok: false,
    error: { kind: 'library-loading' },
  });
});

it('accepts no path in any request', () => {
  for (const name of HOSTILE_NAMES) {
    for (const request of [
      { channel: 'import:choose', value: { what: name } },
      { channel: 'import:choose', value: { what: 'folder', from: name } },
      { channel: 'import:dry-run', value: { handle: name, choices: CHOICES } },
      { channel: 'import:dry-run', value: { handle: '0'.repeat(32), choices: { ...CHOICES, from: name } } },
      { channel: 'import:cancel', value: { handle: name } },
      { channel: 'import:read-receipt', value: { batch: name } },
      { channel: 'import:undo', value: { library: '0'.repeat(24), batch: name } },
    ] as const) {
      expect(CONTRACT[request.channel].request.safeParse(request.value).success).toBe(false);
    }
  }
});

it('takes dropped files only when the person agrees, one drop at a time, and tells the page no path', async () => {
  const { library } = await openTestLibrary();
  const announced: unknown[] = [];
  let answer: (agrees: boolean) => void = () => undefined;
  const asked: string[] = [];
  const open: { library: Library | null } = { library };
  const picks = createPickedImports();
  const drop = createDropHandler({
    picks,
    askToImport: (name, count) => {
      asked.push(`${name} ${count}`);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    library: () => open.library,
    announce: (event, payload) => void announced.push([event, payload]),
  });
  const refused = drop(['/home/me/reports']);
  await drop(['/home/me/other']);
  answer(false);
  await refused;
  expect(asked).toEqual(['/home/me/reports 1']);
  expect(announced).toEqual([]);

  const agreed = drop(['/home/me/a.md', '/home/me/b.md']);
  answer(true);
  await agreed;
  expect(announced).toEqual([
    ['import:dropped', { handle: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'a.md and 1 more' }],
  ]);
  expect(JSON.stringify(announced)).not.toContain('/home');

  open.library = null;
  await drop(['/home/me/reports']);
  expect(asked).toHaveLength(2);
});
