import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { findDetails } from '#domain/attachments/picture-details.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { pngWith } from '#test/support/pictures.ts';

import { expect, readCoeFiles, test } from './support/app.ts';
import { violations } from './support/violations.ts';
import { goToSection, saved, section, startCoe } from './support/writing.ts';

test.use({ sharesApp: true });

const CONTEXT = 'Additional context';
const attachmentsOf = (library: string): Promise<string[]> => readdir(path.join(library, 'attachments'));
const proseOf = async (library: string): Promise<string> => {
  const [coe] = (await readCoeFiles(library)).values() as unknown as Iterable<Coe>;
  return coe?.sections.context.prose ?? '';
};
const textbox = (page: Page) => section(page, CONTEXT).getByRole('textbox', { name: CONTEXT, exact: true });

async function choose(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await textbox(page).focus();
  await page.getByLabel('Pictures or files to add').setInputFiles({ name, mimeType, buffer });
}

test('a picture is added without the place it was taken, described, and shown again after a restart', async ({
  launch,
  relaunch,
  library,
}) => {
  const once = await launch();
  const { page } = once;
  await startCoe(page, 'Outage', 'With a screenshot');
  await choose(page, 'screen.png', 'image/png', Buffer.from(pngWith({ gps: true, make: true })));
  const question = page.getByRole('alertdialog', { name: 'Leave out what the picture says?' });
  await expect(question).toContainText('the place where it was taken, and details such as the camera');
  await expect(question.getByRole('button', { name: 'Leave it out' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();

  const picture = section(page, CONTEXT).getByRole('img');
  await expect(picture).toHaveJSProperty('naturalWidth', 1);
  await section(page, CONTEXT).getByRole('textbox', { name: 'What the picture shows' }).fill('The graph at 10:04');
  await expect(section(page, CONTEXT).getByText(/bytes · 1 × 1/)).toBeVisible();
  await saved(page);
  const [name = ''] = await attachmentsOf(library);
  expect(findDetails(await readFile(path.join(library, 'attachments', name)))).toEqual({
    location: false,
    camera: false,
  });
  await expect.poll(() => proseOf(library)).toBe(`![The graph at 10:04](attachments/${name})`);

  const again = await relaunch(once);
  const [file = ''] = (await readCoeFiles(library)).keys();
  await again.page.evaluate((id) => (window.location.hash = `#/coes/${id}`), file.replace('.json', ''));
  await expect(section(again.page, CONTEXT).getByRole('img', { name: 'The graph at 10:04' })).toHaveJSProperty(
    'naturalWidth',
    1,
  );
});

/** Pastes a file into the field that has the focus, as the clipboard would. */
const pasteFile = (page: Page, name: string, type: string, bytes: Buffer): Promise<void> =>
  page.evaluate(
    ([name, type, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (each) => each.codePointAt(0) ?? 0)], name, { type }));
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    [name, type, bytes.toString('base64')] as const,
  );

test('pictures and files are attached to a row of the timeline', async ({ once: { page }, library }) => {
  await startCoe(page, 'Outage', 'With a graph');
  await goToSection(page, 'Timeline');
  await page.getByRole('button', { name: 'Add timeline entry' }).click();
  const row = page.getByRole('list', { name: 'Timeline entries' }).getByRole('listitem').first();
  const what = row.getByRole('textbox', { name: /^What happened/ });
  await what.fill('It peaked');
  await pasteFile(page, 'graph.png', 'image/png', Buffer.from(pngWith({})));
  await expect(row.getByRole('img', { name: 'A picture without a description' })).toHaveJSProperty('naturalWidth', 1);
  await what.press('End');
  await page.keyboard.type(' at ten');
  await row.getByRole('textbox', { name: 'What the picture shows' }).fill('The graph');
  await what.focus();
  await pasteFile(page, 'app.log', 'text/plain', Buffer.from('line'));
  await expect(row.getByRole('textbox', { name: 'What the file is called' })).toHaveValue('app.log');
  await expect(what).toHaveValue('It peaked at ten');
  await saved(page);
  const written = async (): Promise<string> => {
    const [coe] = (await readCoeFiles(library)).values() as unknown as Iterable<Coe>;
    return coe?.sections.timeline.entries[0]?.what ?? '';
  };
  const [first = '', second = ''] = (await attachmentsOf(library)).toSorted((one) => (one.endsWith('.png') ? -1 : 1));
  await expect
    .poll(written)
    .toBe(`It peaked at ten\n![The graph](attachments/${first})\n[app.log](attachments/${second})`);
  await row.getByRole('button', { name: 'Remove' }).last().click();
  await expect.poll(written).toBe(`It peaked at ten\n![The graph](attachments/${first})`);
  expect(await violations(page)).toEqual([]);
});

test('a missing picture says so and stays in the text', async ({ launch, relaunch, library }) => {
  const once = await launch();
  await startCoe(once.page, 'Outage', 'With a screenshot');
  await choose(once.page, 'screen.png', 'image/png', Buffer.from(pngWith({})));
  await section(once.page, CONTEXT).getByRole('textbox', { name: 'What the picture shows' }).fill('The graph');
  await saved(once.page);
  await expect.poll(() => proseOf(library)).toMatch(/^!\[The graph\]/);
  await rm(path.join(library, 'attachments'), { recursive: true });

  const { page } = await relaunch(once);
  const [file = ''] = (await readCoeFiles(library)).keys();
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), file.replace('.json', ''));
  await expect(section(page, CONTEXT).getByText('This picture is missing from the library: The graph')).toBeVisible();
  await textbox(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Words after it.');
  await saved(page);
  await expect
    .poll(() => proseOf(library))
    .toMatch(/^!\[The graph\]\(attachments\/[0-9a-f]{64}\.png\)\n\nWords after it\.$/);
});

test('any other file becomes a link, and a drawing with a script is not shown', async ({ launch, library }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'With files');
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="ran"</script></svg>';
  await choose(page, 'drawing.svg', 'image/svg+xml', Buffer.from(drawing));
  await expect(section(page, CONTEXT).getByRole('link', { name: 'drawing.svg' })).toBeVisible();
  await expect(section(page, CONTEXT).getByRole('img')).toHaveCount(0);
  await saved(page);
  const [name = ''] = await attachmentsOf(library);
  await expect.poll(() => proseOf(library)).toBe(`[drawing.svg](attachments/${name})`);
  const shown = await page.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    return image.decode().then(
      () => true,
      () => false,
    );
  }, `attachments/${name}`);
  expect(shown).toBe(false);
});

test('a dropped picture stands where it was dropped', async ({ launch, library }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Dropped');
  await textbox(page).click();
  await page.keyboard.type('Before.');
  const base64 = Buffer.from(pngWith({})).toString('base64');
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    const bytes = Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0);
    transfer.items.add(new File([bytes], 'graph.png', { type: 'image/png' }));
    return transfer;
  }, base64);
  await textbox(page).dispatchEvent('drop', { dataTransfer: data });
  await expect(section(page, CONTEXT).getByRole('img')).toHaveJSProperty('naturalWidth', 1);
  await saved(page);
  await expect
    .poll(() => proseOf(library))
    .toMatch(/Before\.[^]*!\[\]\(attachments\/|!\[\]\(attachments\/[^]*Before\./);
});
