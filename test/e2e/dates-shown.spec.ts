import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { minuteMoment } from '#domain/time/moment.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { expect, test } from './support/app.ts';
import { answerTo, openLibrary } from './support/ask.ts';

test.use({ sharesApp: true });

const MONTHS = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
const DAY_FIRST = new RegExp(String.raw`\b\d{1,2} ${MONTHS}\b`);
const MONTH_FIRST = new RegExp(String.raw`\b${MONTHS} \d{1,2}\b`);
/** Otherwise the texts of two parts run into each other. */
const BY_LINES = { useInnerText: true };
/** A clock time without AM or PM after it. */
const ON_24_HOURS = /\b\d{1,2}:\d{2}\b(?! [AP]M)/;

function writeCoes(library: string): void {
  for (const number of [1, 2, 3]) {
    const written = someCoe(
      { title: `Mistake ${number}`, happened: minuteMoment('2026-05-14T21:30', 'UTC'), status: 'reviewed' },
      number,
    );
    const due = { id: 'a1', text: 'Renew by a machine', purpose: 'prevent', due: '2026-02-01' };
    const done = { id: 'a2', text: 'Say it aloud', purpose: 'prevent', status: 'done', doneOn: '2026-01-01' };
    const coe = coeSchema.parse({
      ...written,
      lookAgain: '2026-03-01',
      sections: { ...written.sections, actions: { items: [due, { ...done, checkDate: '2026-03-02' }] } },
    });
    writeFileSync(path.join(library, 'coes', `${testId(number)}.json`), writeCoe(coe));
  }
}

test('every screen writes dates in the order and on the clock of the person', async ({ launch, library }) => {
  writeCoes(library);
  const { page } = await launch();
  await answerTo(page, 'settings:change', { dateOrder: 'month-first', clock: '12-hour' });
  await answerTo(page, 'coe:delete', { library: await openLibrary(page), id: testId(3) });
  const main = page.getByRole('main');
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const shown = {
    '/today': heading('Today'),
    '/coes': heading('COEs'),
    '/actions': heading('Actions'),
    '/trash': heading('Trash'),
    [`/coes/${testId(1)}?section=actions`]: page.getByRole('textbox', { name: 'Title', exact: true }),
  };
  for (const [address, screen] of Object.entries(shown)) {
    await test.step(address, async () => {
      await page.evaluate((to) => (window.location.hash = `#${to}`), address);
      await expect(screen).toBeVisible();
      await expect(main).toContainText(MONTH_FIRST, BY_LINES);
      await expect(main).not.toContainText(DAY_FIRST, BY_LINES);
      await expect(main).not.toContainText(ON_24_HOURS, BY_LINES);
    });
  }
  await page.keyboard.press('ControlOrMeta+p');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill('Mistake');
  await expect(palette).toContainText('May 14, 2026, 9:30 PM');
  await page.keyboard.press('Escape');

  await answerTo(page, 'settings:change', { dateOrder: 'year-first', clock: '24-hour' });
  await expect(main).toContainText('2026 May 14, 21:30');
});
