import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { enterReport, REPORTS } from '#test/support/enter-report.ts';

import { expect, test } from './support/app.ts';

/** A team's reports of some years. The last three carry one title: the same outage, eight days apart, and one unlike them below. */
const ENTERED = /^PM20(19|20)-|^PM2021-00[1-7] /;
const DAYS: Readonly<Record<string, string>> = {
  'PM2021-005': '2021-08-16',
  'PM2021-006': '2021-08-24',
  'PM2021-007': '2021-09-06',
};

test('of real reports, an outage that came back is linked to the one before, whose fix then came back', async ({
  launch,
  library,
}) => {
  test.skip(!existsSync(REPORTS), 'the published reports do not lie beside the project');
  const ids = new Map<string, string>();
  const fileOf = (label: string): string => path.join(library, 'coes', `${ids.get(label)}.json`);
  const onDisk = (label: string): Coe => coeSchema.parse(JSON.parse(readFileSync(fileOf(label), 'utf8')));
  for (const [place, name] of readdirSync(REPORTS)
    .filter((each) => ENTERED.test(each))
    .entries()) {
    const label = name.slice(0, 'PM2021-006'.length);
    const day = DAYS[label];
    const coe = enterReport(name, place + 1, day === undefined ? {} : { happened: dayMoment(day), status: 'closed' });
    ids.set(label, coe.id);
    // The fixes of the first one were made: that is what a repeat puts in question.
    const { items } = coe.sections.actions;
    if (label === 'PM2021-005') for (const item of items) Object.assign(item, { status: 'done', doneOn: '2021-08-18' });
    writeFileSync(fileOf(label), writeCoe(coe));
  }
  const { page } = await launch();
  const open = (label: string) => page.evaluate((id) => (window.location.hash = `#/coes/${id}`), ids.get(label));
  const panel = page.getByRole('complementary', { name: 'Seen before' });

  await open('PM2021-006');
  const earlier = panel
    .getByRole('listitem', { name: /^All services returning 503/ })
    .filter({ hasText: '16 Aug 2021' });
  await expect(earlier).toBeVisible();
  await earlier.getByRole('button', { name: 'Link' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link to an earlier COE' });
  await dialog.getByRole('radio', { name: 'Same cause again' }).check();
  await dialog.getByRole('radio', { name: 'Done, and it did not hold' }).check();
  await dialog.getByRole('button', { name: 'Link them' }).click();
  await expect(page.getByText('Linked. The earlier fix is marked: came back.')).toBeVisible();
  const { status, sections } = onDisk('PM2021-005');
  expect(status).toBe('reopened');
  expect(sections.actions.items.filter(({ result }) => result === 'came-back')).toHaveLength(1);

  await open('PM2021-007');
  const alike = panel.getByRole('listitem', { name: /^All services returning 503/ }).filter({ hasText: '24 Aug 2021' });
  await expect(alike).toBeVisible();
  await alike.getByRole('button', { name: 'Link' }).click();
  await dialog.getByRole('radio', { name: 'Same symptom, different cause' }).check();
  await dialog.getByRole('button', { name: 'Link them' }).click();
  await expect(page.getByRole('region', { name: 'Linked COEs' })).toContainText(
    'Same symptom, different cause: All services returning 503',
  );
  await expect
    .poll(() => onDisk('PM2021-007').links)
    .toMatchObject([{ type: 'same-symptom', coeId: ids.get('PM2021-006') ?? '' }]);
  // Another cause says nothing about a fix.
  expect(onDisk('PM2021-006').sections.actions.items.every(({ result }) => result === null)).toBe(true);
});
