import { writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { coeSchema } from '#domain/coe/coe.ts';

import { answerTo, createCoe } from './support/ask.ts';
import { expect, test } from './support/app.ts';
import { needsCommands } from './support/only-if.ts';

test.use({ sharesApp: true });

test('Print… opens the print dialog for the pages of the COE, without what is private', async ({ once, folder }) => {
  needsCommands('pdftotext');
  const { coe, revision, library } = await createCoe(once.page, {
    kind: 'missed-event',
    title: 'Forgot the recital',
    happened: { precision: 'day', value: '2026-03-01' },
  });
  const { sections } = coe;
  const changed = coeSchema.parse({
    ...coe,
    summary: 'It was in one calendar only.',
    sections: { ...sections, impact: { ...sections.impact, feelings: [{ id: 'f', word: 'heartsick' }] } },
  });
  await answerTo(once.page, 'coe:save', { library, coe: changed, base: revision });

  // No one can press a button of the system's dialog here, so the page is printed into a PDF in its place.
  await once.app.evaluate(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      const print = async (options: unknown, done: Parameters<typeof contents.print>[1]): Promise<void> => {
        const pdf = await contents.printToPDF({ preferCSSPageSize: true });
        Object.assign(globalThis, { printed: { options, pdf: pdf.toString('base64'), url: contents.getURL() } });
        done?.(true, '');
      };
      contents.print = (options, done) => void print(options, done);
    });
  });
  await once.page.evaluate((id) => (location.hash = `#/coes/${id}`), coe.id);
  await once.page.getByRole('button', { name: 'More for this COE' }).click();
  await once.page.getByRole('menuitem', { name: 'Print…' }).click();
  await expect(once.page.getByText('Printed without what is private')).toBeVisible();

  const printed = await once.app.evaluate(() => Reflect.get(globalThis, 'printed') as Record<'pdf' | 'url', string>);
  expect(printed.url).toMatch(/^app:\/\/once\/print-\d+\.html$/);
  expect(printed).toMatchObject({ options: { silent: false } });
  const file = path.join(folder, 'printed.pdf');
  await writeFile(file, Buffer.from(printed.pdf, 'base64'));
  const { stdout } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  expect(stdout).toContain('Forgot the recital');
  expect(stdout).toContain('It was in one calendar only.');
  expect(stdout).not.toContain('heartsick');
  await expect.poll(() => once.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
