import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

import type { Locator, Page } from '@playwright/test';
import { pack } from 'tar-stream';

import { zipOf } from '../support/archives.ts';
import { filesUnder } from '../support/files-under.ts';
import { pngWith } from '../support/pictures.ts';
import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, readCoeFiles, test } from './support/app.ts';

test.use({ sharesApp: true });

const id = (digit: string): string => digit.repeat(32);

/**
 * The export of an app, the titles of the entries that become COEs, and the lines of its receipt. A picture that an
 * entry shows has no line of its own.
 */
type Archive = {
  readonly name: string;
  /** The export itself: one file, or the files of a folder. */
  readonly content: (() => Promise<Buffer>) | Readonly<Record<string, string | Uint8Array>>;
  readonly titles: readonly string[];
  readonly imported: number;
  readonly skipped: number;
  readonly refused: number;
  readonly attachments: number;
};

const dayOne: Archive = {
  name: 'day-one.zip',
  content: () => {
    const entry = (uuid: string, text: string, more: object = {}): object => ({
      uuid,
      creationDate: '2021-03-04T23:30:00Z',
      modifiedDate: '2021-03-05T08:00:00Z',
      timeZone: 'America/New_York',
      isAllDay: false,
      starred: false,
      text,
      ...more,
    });
    const photos = [{ identifier: 'P1', md5: 'aaaa', type: 'png', orderInEntry: 0, width: 1, height: 1 }];
    return zipOf({
      'Journal.json': JSON.stringify({
        metadata: { version: '1.0' },
        entries: [
          entry('A1', '# Missed the train\n\nI left at 8\\.10\\.\n\n![](dayone-moment://P1)', {
            photos,
            tags: ['travel'],
          }),
          entry('A2', 'Late again\n\nThe alarm was off\\.'),
          entry('A3', ''),
        ],
      }),
      'photos/aaaa.png': pngWith({}),
      'photos/bbbb.png': pngWith({ text: true }),
    });
  },
  titles: ['Late again', 'Missed the train'],
  imported: 2,
  skipped: 2,
  refused: 0,
  attachments: 1,
};

const standardNotes: Archive = {
  name: 'standard-notes.zip',
  content: () => {
    const note = (uuid: string, content: object): object => ({
      uuid,
      content_type: 'Note',
      content: { references: [], noteType: 'plain-text', ...content },
      created_at: '2023-01-02T03:04:05.000Z',
      updated_at: '2023-02-02T03:04:05.000Z',
      created_at_timestamp: 1_672_628_645_000_000,
      updated_at_timestamp: 1_675_307_045_000_000,
      deleted: false,
    });
    const items = [
      note('n1', { title: 'Wrong file sent', text: 'I sent the old file.' }),
      note('n2', { title: 'In the bin', text: 'Old.', trashed: true }),
      {
        uuid: 't1',
        content_type: 'Tag',
        content: { title: 'work', references: [{ uuid: 'n1', content_type: 'Note' }] },
        created_at: '2023-01-02T03:04:05.000Z',
        updated_at: '2023-01-02T03:04:05.000Z',
      },
    ];
    return zipOf({ 'Standard Notes Backup and Import File.txt': JSON.stringify({ version: '004', items }) });
  },
  titles: ['Wrong file sent'],
  imported: 1,
  skipped: 2,
  refused: 0,
  attachments: 0,
};

const miniDiary: Archive = {
  name: 'mini-diary.json',
  content: async () => {
    const entry = (title: string, text: string): object => ({
      dateUpdated: 'Sun Mar 01 2020 22:00:00 GMT+0100 (Central European Standard Time)',
      title,
      text,
    });
    return Buffer.from(
      JSON.stringify({
        metadata: { application: 'Mini Diary', version: '3.3.0', dateUpdated: 'Mon Mar 02 2020 10:00:00 GMT+0100' },
        entries: {
          '2020-03-01': entry('Locked out', 'The keys were **inside**.'),
          '2020-03-02': entry('', ''),
          '2020-03-03': entry('Forgot the call', 'It was not in the calendar.'),
        },
      }),
    );
  },
  titles: ['Forgot the call', 'Locked out'],
  imported: 2,
  skipped: 1,
  refused: 0,
  attachments: 0,
};

const jex: Archive = {
  name: 'joplin.jex',
  content: () => {
    const item = (title: string, body: string | null, properties: Record<string, string>): string =>
      [
        ...(title === '' ? [] : [title, '']),
        ...(body === null ? [] : [body, '']),
        ...Object.entries(properties).map(([key, value]) => `${key}: ${value}`),
      ].join('\n');
    const note = (digit: string, title: string, body: string, more: Record<string, string> = {}): string =>
      item(title, body, {
        id: id(digit),
        parent_id: id('f'),
        created_time: '2020-01-02T03:04:05.678Z',
        updated_time: '2020-01-03T03:04:05.678Z',
        is_conflict: '0',
        encryption_applied: '0',
        markup_language: '1',
        deleted_time: '0',
        type_: '1',
        ...more,
      });
    const tar = pack();
    tar.entry(
      { name: `${id('1')}.md` },
      note('1', 'Deleted the wrong branch', `It was gone.\n\n![graph](:/${id('a')})`),
    );
    tar.entry({ name: `${id('2')}.md` }, note('2', 'Secret', '', { encryption_applied: '1' }));
    tar.entry({ name: `${id('f')}.md` }, item('Work', null, { id: id('f'), parent_id: '', type_: '2' }));
    tar.entry(
      { name: `${id('a')}.md` },
      item('graph.png', null, { id: id('a'), mime: 'image/png', file_extension: 'png', type_: '4' }),
    );
    tar.entry({ name: `resources/${id('a')}.png` }, Buffer.from(pngWith({ make: true })));
    tar.finalize();
    return buffer(tar);
  },
  titles: ['Deleted the wrong branch'],
  imported: 1,
  skipped: 3,
  refused: 0,
  attachments: 1,
};

const jrnl: Archive = {
  name: 'journal.json',
  content: async () =>
    Buffer.from(
      JSON.stringify({
        tags: { '@work': 1 },
        entries: [
          {
            title: 'Broke the build.',
            body: 'I pushed @work too early.',
            date: '2022-05-06',
            time: '09:15',
            tags: ['@work'],
            starred: true,
          },
          { title: 'Broke it again.', body: '', date: '2022-05-06', time: '09:15', tags: [], starred: false },
          { title: '', body: ' ', date: '2022-05-07', time: '09:15', tags: [], starred: false },
        ],
      }),
    ),
  titles: ['Broke it again.', 'Broke the build.'],
  imported: 2,
  skipped: 1,
  refused: 0,
  attachments: 0,
};

const joplinMarkdown: Archive = {
  name: 'joplin-notes',
  content: {
    'Work/Late.md':
      '---\ntitle: Late again\nupdated: 2020-01-02 00:00:00Z\ncreated: 2020-01-01 23:30:00Z\ntags:\n  - trains\n---\n\nIt was late. ![board](../_resources/board.png)\n',
    'Work/Keys.md':
      '---\ntitle: Keys left inside\nupdated: 2020-02-02 00:00:00Z\ncreated: 2020-02-01 23:30:00Z\ncompleted?: no\n---\n\nThe door fell shut.\n',
    'Work/Empty.md': '',
    '_resources/board.png': pngWith({ gps: true }),
    '_resources/unused.png': pngWith({ text: true, make: true }),
  },
  titles: ['Keys left inside', 'Late again'],
  imported: 2,
  skipped: 2,
  refused: 0,
  attachments: 1,
};

const obsidian: Archive = {
  name: 'vault',
  content: {
    '.obsidian/app.json': '{}',
    '.trash/Old.md': 'Thrown away.',
    'Journal/The lake.md':
      '---\ntags: [outdoors]\ndate: 2020-08-21T10:30:00\nrating: 4\n---\nThe boat drifted off, see [[Rope|the rope]]. ![[shore.png]] #water\n',
    'Journal/2021-02-03.md': 'Slept badly\n\nThe window was open.\n',
    'Rope.md': '> [!warning] Short\n> It was too short.\n',
    'Board.canvas': '{}',
    'files/shore.png': pngWith({ make: true, gps: true }),
  },
  titles: ['Rope', 'Slept badly', 'The lake'],
  imported: 3,
  skipped: 3,
  refused: 0,
  attachments: 1,
};

/** The bytes of what is in a library, without what the app keeps beside it. */
const contentOf = (library: string): [string, string][] =>
  [...filesUnder(library)]
    .filter(([name]) => /^(?:coes|attachments|trash|patterns|versions)\b/.test(name))
    .map(([name, bytes]): [string, string] => [name, bytes.toString('base64')])
    .toSorted(([first], [second]) => first.localeCompare(second));

async function chooseIn(page: Page, what: 'Choose files…' | 'Choose a folder…'): Promise<Locator> {
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox').fill('Import');
  await page.getByRole('option', { name: /^Import…/ }).click();
  await page.getByRole('button', { name: what }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Import' });
  await expect(dialog.getByRole('table', { name: 'What was found' })).toBeVisible();
  return dialog;
}

test('the exports of journals come in whole, once, and leave with an undo', async ({ launch, folder, library }) => {
  test.slow();
  const { app, page } = await launch();
  const before = contentOf(library);
  for (const archive of [dayOne, standardNotes, miniDiary, jex, jrnl, joplinMarkdown, obsidian]) {
    await test.step(archive.name, async () => {
      const file = path.join(folder, archive.name);
      const isFile = typeof archive.content === 'function';
      const files = typeof archive.content === 'function' ? { '': await archive.content() } : archive.content;
      for (const [name, content] of Object.entries(files)) {
        await mkdir(path.dirname(path.join(file, name)), { recursive: true });
        await writeFile(path.join(file, name), content);
      }
      await answerDialogs(app, '', file);
      const titles = async (): Promise<string[]> =>
        [...(await readCoeFiles(library)).values()].map(({ title }) => String(title)).toSorted();
      const importAll = async (): Promise<Locator> => {
        const dialog = await chooseIn(page, isFile ? 'Choose files…' : 'Choose a folder…');
        await dialog.getByRole('button', { name: 'Import', exact: true }).click();
        await expect(dialog.getByRole('status', { name: 'Import receipt' })).toBeVisible();
        return dialog;
      };

      const first = await importAll();
      const receipt = first.getByRole('status', { name: 'Import receipt' });
      await expect(receipt).toContainText(
        new RegExp(`^${archive.titles.length} COEs? from ${archive.imported} files?`),
      );
      await expect(receipt).toContainText(`${archive.skipped} left out, ${archive.refused} not readable.`);
      const rows = first.getByRole('table', { name: 'What was imported' }).getByRole('row');
      await expect(rows).toHaveCount(archive.imported + archive.skipped + archive.refused + 1);
      expect(await titles()).toEqual(archive.titles);
      const attachments = contentOf(library).filter(([name]) => name.startsWith('attachments'));
      expect(attachments).toHaveLength(archive.attachments);

      await first.getByRole('button', { name: 'Undo import' }).click();
      await expect(receipt).toContainText(/^Undone: /);
      expect(contentOf(library)).toEqual(before);
      await first.getByRole('button', { name: 'Close' }).click();

      await (await importAll()).getByRole('button', { name: 'Close' }).click();
      const once = contentOf(library);
      expect(await titles()).toEqual(archive.titles);
      const again = await importAll();
      await expect(again.getByRole('status', { name: 'Import receipt' })).toContainText(/^0 COEs from 0 files/);
      expect(contentOf(library)).toEqual(once);
      await again.getByRole('button', { name: 'Close' }).click();

      await page.keyboard.press('Control+Shift+P');
      await page.getByRole('combobox').fill('Import');
      await page.getByRole('option', { name: /^Import…/ }).click();
      await page.getByText(/earlier imports?$/).click();
      const earlier = page
        .getByRole('listitem')
        .filter({ hasText: archive.name })
        .filter({ hasNotText: /, undone|0 COEs/ });
      await earlier.getByRole('button').click();
      const kept = page.getByRole('alertdialog', { name: 'Import' });
      await kept.getByRole('button', { name: 'Undo import' }).click();
      await expect(kept.getByRole('status', { name: 'Import receipt' })).toContainText(/^Undone: /);
      expect(contentOf(library)).toEqual(before);
      await kept.getByRole('button', { name: 'Close' }).click();
    });
  }
});
