import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';

import { filesUnder } from '../support/files-under.ts';
import { someCoe } from '../support/some-coe.ts';
import { answerDialogs, shownDialogs } from './support/answer-dialogs.ts';
import { expect, readCoeFiles, test } from './support/app.ts';
import { writeEncryptedLibrary } from './support/encrypted-library.ts';
import { startCoe } from './support/writing.ts';

test.use({ sharesApp: true });

const REPORT = `# Search was down

Date: 2026-03-04

## Impact

Nobody could search for half an hour.

## Timeline

All times in UTC.

- 10:02 The index was rebuilt
- 10:31 Search answered again

## Root cause

The rebuild locked the table.

## Mascot

A tired owl.
`;

async function folderOfReports(folder: string): Promise<string> {
  const reports = path.join(folder, 'reports');
  await mkdir(reports);
  await writeFile(path.join(reports, 'search.md'), REPORT);
  await writeFile(path.join(reports, 'again.md'), REPORT.replace('Search was down', 'Search was down again'));
  await writeFile(path.join(reports, 'README.md'), '# Our reports\n\nWhat is in this folder.\n');
  return reports;
}

/** Drags a file or folder over the window, as the system would. */
const drag = (
  app: ElectronApplication,
  dragged: string,
  types: readonly string[],
  { x, y } = { x: 300, y: 300 },
): Promise<void> =>
  app.evaluate(
    async ({ BrowserWindow }, [dragged, types, x, y]) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (window === undefined) return;
      const { debugger: inspector } = window.webContents;
      inspector.attach('1.3');
      const data = { items: [], files: [dragged], dragOperationsMask: 19 };
      for (const type of types) await inspector.sendCommand('Input.dispatchDragEvent', { type, x, y, data });
      inspector.detach();
    },
    [dragged, types, x, y] as const,
  );

/** Opens File › Import… by its name in the palette, as it can be opened from anywhere. */
async function openImport(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox').fill('Import');
  await page.getByRole('option', { name: /^Import…/ }).click();
}

const contentOf = async (library: string): Promise<unknown> => [
  await readdir(path.join(library, 'coes')),
  await readdir(path.join(library, 'trash')),
];

test('a folder is looked at, imported and taken back, with a receipt', async ({ launch, folder, library }) => {
  const once = await launch();
  const { page } = once;
  const before = await contentOf(library);
  await answerDialogs(once.app, '', await folderOfReports(folder));
  await openImport(page);
  const dialog = page.getByRole('alertdialog', { name: 'Import' });
  await page.getByRole('button', { name: 'Choose a folder…' }).click();

  const found = dialog.getByRole('table', { name: 'What was found' });
  await expect(found.getByRole('row', { name: /search\.md/ })).toContainText('Report');
  await expect(found.getByRole('row', { name: /README\.md/ })).toContainText('Left out');
  expect(await contentOf(library)).toEqual(before);

  await dialog.getByText(/headings?: where their text goes/).click();
  await dialog.getByRole('button', { name: /Where “Mascot” goes/ }).click();
  await page.getByRole('option', { name: 'Context' }).click();
  await dialog.getByRole('button', { name: 'Read again' }).click();
  await dialog.getByText(/beside the source/).click();
  await expect(dialog.getByRole('region', { name: 'again.md as read' })).toContainText('A tired owl.');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();

  const receipt = dialog.getByRole('status', { name: 'Import receipt' });
  await expect(receipt).toContainText('2 COEs from 2 files; 1 left out, 0 not readable.');
  const coes = [...(await readCoeFiles(library)).values()];
  expect(coes.map(({ title }) => title).toSorted()).toEqual(['Search was down', 'Search was down again']);
  expect(coes[0]).toMatchObject({ unplaced: '', sections: { context: { prose: expect.stringContaining('owl') } } });

  await dialog.getByRole('button', { name: 'Undo import' }).click();
  await expect(receipt).toContainText('Undone: 2 COEs removed.');
  expect(await contentOf(library)).toEqual(before);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await openImport(page);
  await page.getByText('1 earlier import').click();
  await page.getByRole('button', { name: /^reports, / }).click();
  await expect(receipt).toContainText('This import was undone.');
});

test('the same folder again offers to skip, update or copy', async ({ launch, folder, library }) => {
  const once = await launch();
  const { page } = once;
  await answerDialogs(once.app, '', await folderOfReports(folder));
  const dialog = page.getByRole('alertdialog', { name: 'Import' });
  const importAll = async (choice: string | null): Promise<void> => {
    await openImport(page);
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
    await expect(dialog.getByRole('table', { name: 'What was found' })).toBeVisible();
    if (choice !== null) await dialog.getByRole('radio', { name: choice }).check();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog.getByRole('status', { name: 'Import receipt' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
  };
  await importAll(null);
  await importAll('Skip them');
  expect((await readCoeFiles(library)).size).toBe(2);
  await importAll('Import them again');
  expect((await readCoeFiles(library)).size).toBe(4);
});

test('a folder dropped on the window is imported after a question, and a script cannot drop one', async ({
  launch,
  folder,
}) => {
  const once = await launch();
  const { page } = once;
  const reports = await folderOfReports(folder);
  await answerDialogs(once.app, 'Import…');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['# A'], 'a.md'));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  const hint = page.getByText('Drop to import');
  await expect
    .poll(async () => {
      // The system repeats this while the pointer is over the window.
      await drag(once.app, reports, ['dragEnter', 'dragOver']);
      return hint.isVisible();
    })
    .toBe(true);
  await page.evaluate(() => document.body.dispatchEvent(new DragEvent('dragleave', { bubbles: true })));
  await expect(hint).toBeHidden();
  await drag(once.app, reports, ['dragEnter', 'dragOver', 'drop']);
  await expect(hint).toBeHidden();
  const dialog = page.getByRole('alertdialog', { name: 'Import' });
  await expect(dialog.getByRole('row', { name: /search\.md/ })).toContainText('Report');
  const shown = await shownDialogs(once.app);
  expect(shown).toHaveLength(1);
  expect(shown[0]).toMatchObject({ message: 'Import what you dropped?', detail: expect.stringContaining(reports) });
});

/** Writes down whether Once listens to drops as soon as its window is there; only then a second listener is refused. */
function watchForDrops({ app, ipcMain }: typeof Electron.Main): void {
  app.once('browser-window-created', () =>
    setImmediate(() => {
      try {
        ipcMain.handle('files-dropped', () => undefined);
        ipcMain.removeHandler('files-dropped');
        Object.assign(globalThis, { listensToDrops: false });
      } catch {
        Object.assign(globalThis, { listensToDrops: true });
      }
    }),
  );
}

test('a drop is listened to as soon as the window is there', async ({ launch }) => {
  const once = await launch({ beforeReady: async (app) => app.evaluate(watchForDrops) });
  const listens = () => once.app.evaluate(() => (globalThis as { listensToDrops?: boolean }).listensToDrops);
  await expect.poll(listens).toBe(true);
});

test('files over text that takes them as attachments are not announced as an import', async ({ launch, folder }) => {
  const once = await launch();
  const { page } = once;
  const reports = await folderOfReports(folder);
  await startCoe(page, 'Outage', 'With a screenshot');
  const hint = page.getByText('Drop to import');
  const nav = { x: 60, y: 400 };
  const box = await page.getByRole('textbox', { name: 'Additional context' }).boundingBox();
  const text = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 10 };
  // The system repeats each of these while the pointer is there.
  const hintAt = (point: { x: number; y: number }) => async (): Promise<boolean> => {
    await drag(once.app, reports, ['dragEnter', 'dragOver'], point);
    return hint.isVisible();
  };
  await expect.poll(hintAt(nav)).toBe(true);
  await expect.poll(hintAt(text)).toBe(false);
});

test('an import into an encrypted library leaves nothing readable on the disk, and is undone', async ({
  launch,
  folder,
  library,
  userData,
}) => {
  const passphrase = 'rain on a tin roof at night';
  await writeEncryptedLibrary(library, passphrase, { coe: someCoe({}, 1), trashed: someCoe({}, 2) });
  const once = await launch({ userData });
  const { page } = once;
  await page.getByLabel('Passphrase or recovery key').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const before = await contentOf(library);
  await answerDialogs(once.app, '', await folderOfReports(folder));
  await openImport(page);
  const dialog = page.getByRole('alertdialog', { name: 'Import' });
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  const receipt = dialog.getByRole('status', { name: 'Import receipt' });
  await expect(receipt).toContainText('2 COEs from 2 files; 1 left out, 0 not readable.');
  const readable = (): string[] =>
    [library, userData].flatMap((each) =>
      [...filesUnder(each)]
        .filter(([name, bytes]) =>
          [name, bytes.toString('latin1')].some((text) => /Search was down|tired owl|search\.md/.test(text)),
        )
        .map(([name]) => name),
    );
  expect(await contentOf(library)).not.toEqual(before);
  expect(readable()).toEqual([]);

  await dialog.getByRole('button', { name: 'Undo import' }).click();
  await expect(receipt).toContainText('Undone: 2 COEs removed.');
  expect(await contentOf(library)).toEqual(before);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await openImport(page);
  await page.getByText('1 earlier import').click();
  await page.getByRole('button', { name: /^reports, / }).click();
  await expect(receipt).toContainText('This import was undone.');
  expect(readable()).toEqual([]);
});
