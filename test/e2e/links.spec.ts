import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { expect, test } from './support/app.ts';
import { violations } from './support/violations.ts';
import { saved, startCoe, writeProse } from './support/writing.ts';

test.use({ sharesApp: true });

const fileOf = (library: string, number: number): string => path.join(library, 'coes', `${testId(number)}.json`);
const onDisk = (library: string, number: number): Coe =>
  coeSchema.parse(JSON.parse(readFileSync(fileOf(library, number), 'utf8')));

async function setWidth(app: ElectronApplication, page: Page, width: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 800), width);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

/** An earlier COE whose fix was done and has not been checked. */
function writeEarlier(library: string): void {
  const coe = someCoe({
    kind: 'missed-event',
    title: 'Missed the school recital',
    happened: dayMoment('2025-05-20'),
    status: 'closed',
    severity: 2,
    tags: ['school'],
  });
  const sections = {
    ...coe.sections,
    context: {
      prose: 'The recital stood in a letter from the school that lay in my bag, not in the calendar we share.',
    },
    cause: {
      prose: 'The date lived on paper in my bag. Nothing reminded me, because it was never in the shared calendar.',
      trigger: 'clock',
      conditions: [
        { id: 'c1', condition: 'attention-memory' },
        { id: 'c2', condition: 'process-missing' },
      ],
    },
    actions: {
      items: [
        {
          id: 'fix',
          text: 'Put every letter from school into the shared calendar at once',
          purpose: 'prevent',
          status: 'done',
          doneOn: '2025-06-01',
          checkDate: '2025-09-01',
        },
      ],
    },
  };
  writeFileSync(fileOf(library, 1), writeCoe(coeSchema.parse({ ...coe, sections })));
  for (let number = 2; number <= 6; number += 1) {
    const other = someCoe(
      { title: `The disk of server ${number} filled up`, summary: 'Logs were never rotated.' },
      number,
    );
    writeFileSync(fileOf(library, number), writeCoe(other));
  }
}

test('a repeat is suggested while writing, and linking it marks the earlier fix as came back', async ({
  launch,
  library,
}) => {
  writeEarlier(library);
  const { app, page } = await launch();
  await startCoe(page, 'Missed event', 'Missed the spring concert at school', '2026-03-12');
  const panel = page.getByRole('complementary', { name: 'Seen before' });
  await expect(panel).toContainText('Nothing in this library is much like it so far.');
  await writeProse(
    page,
    'Additional context',
    'The letter from the school about the concert lay in my bag. It never came into the shared calendar, so nothing reminded me.',
  );
  const item = panel.getByRole('listitem', { name: /^Missed the school recital/ });
  await expect(item).toBeVisible();
  await expect(item).toContainText(/(Very|Perhaps) like this one/);
  await expect(item).toContainText('Put every letter from school into the shared calendar at once – done');

  const beside = page.getByRole('button', { name: 'Beside the text: 1 similar COE' });
  await expect(beside).toBeHidden();
  await setWidth(app, page, 900);
  // The header folds while one writes; the button stays.
  await expect(page.getByRole('textbox', { name: 'Additional context' })).toBeFocused();
  await expect(beside).toBeInViewport({ ratio: 1 });
  await expect(item).toBeHidden();
  await beside.click();
  await expect(item).toBeVisible();
  await beside.click();
  await setWidth(app, page, 1280);

  await item.getByRole('button', { name: 'Link' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link to an earlier COE' });
  await expect(dialog.getByRole('radio', { name: 'Same cause again' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'Done, and it did not hold' })).toBeChecked();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Link them' }).click();
  await expect(page.getByText('Linked. The earlier fix is marked: came back.')).toBeVisible();
  await expect(panel).toContainText('Nothing else in this library is much like it so far.');
  await saved(page);

  await expect.poll(() => onDisk(library, 1).status).toBe('reopened');
  const earlier = onDisk(library, 1);
  const id = new URL(page.url()).hash.match(/coes\/([0-9A-Z]{26})/)?.[1] ?? '';
  expect(earlier.sections.actions.items[0]).toMatchObject({
    result: 'came-back',
    checks: [{ on: '2026-03-12', result: 'came-back', coeId: id }],
  });
  await expect
    .poll(() => coeSchema.parse(JSON.parse(readFileSync(path.join(library, 'coes', `${id}.json`), 'utf8'))).links)
    .toMatchObject([{ type: 'same-cause', coeId: testId(1), fixId: 'fix', verdict: 'did-not-hold' }]);

  const linked = page.getByRole('region', { name: 'Linked COEs' });
  await expect(linked).toContainText('Same cause again: Missed the school recital');
  await linked.getByRole('button', { name: 'Chain of repeats (2)' }).click();
  const chain = page.getByRole('dialog', { name: 'Chain of repeats' });
  await expect(chain.getByRole('listitem')).toHaveCount(2);
  await expect(chain.getByRole('listitem').last()).toContainText('done, and it did not hold');
  await chain.getByRole('link', { name: 'Missed the school recital' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Missed the school recital');
  await expect(linked).toContainText('Came back as: Missed the spring concert at school');
  await expect(page.getByRole('button', { name: 'Status: Reopened' })).toBeVisible();
});

test('a link can be made with the keyboard alone, and one undo reverts all of it', async ({ launch, library }) => {
  writeEarlier(library);
  const { page } = await launch();
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), testId(2));
  await expect(page.getByRole('status', { name: 'Save state' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+K');
  await page.getByRole('searchbox', { name: 'Find a COE by its title' }).fill('recital');
  // Enter in the field takes the first COE found.
  await expect(page.getByRole('list', { name: 'COEs found' }).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Link to an earlier COE' });
  await expect(dialog.getByRole('radio', { name: 'Same cause again' })).toBeFocused();
  await expect(dialog.getByRole('radio', { name: 'Done, and it did not hold' })).toBeChecked();
  await dialog.getByRole('textbox', { name: 'In a few words (optional)' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Linked COEs' })).toContainText('Missed the school recital');
  await expect.poll(() => onDisk(library, 1).status).toBe('reopened');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('region', { name: 'Linked COEs' })).toBeHidden();
  await expect.poll(() => onDisk(library, 1).status).toBe('closed');
  expect(onDisk(library, 1).sections.actions.items[0]).toMatchObject({
    result: null,
    checks: [],
    checkDate: '2025-09-01',
  });
});

test('the third of a chain of repeats shows every fix that was tried', async ({ launch, library }) => {
  const repeat = (number: number, fix: string): Coe => {
    const coe = someCoe({ title: `Late for the ${number}th time`, happened: dayMoment(`2025-0${number}-01`) }, number);
    const link = { type: 'same-cause', coeId: testId(number - 1), fixId: 'fix', verdict: 'did-not-hold' };
    return coeSchema.parse({
      ...coe,
      links: number === 1 ? [] : [{ id: 'link', ...link }],
      sections: { ...coe.sections, actions: { items: [{ id: 'fix', text: fix, status: 'done' }] } },
    });
  };
  const fixes = ['Set an alarm', 'Lay the things out the evening before', 'Take the earlier train'];
  for (const [index, fix] of fixes.entries())
    writeFileSync(fileOf(library, index + 1), writeCoe(repeat(index + 1, fix)));
  const { page } = await launch();
  await page.evaluate((id) => (location.hash = `#/coes/${id}`), testId(3));
  const linked = page.getByRole('region', { name: 'Linked COEs' });
  const tried = linked.getByRole('list', { name: 'Fixes tried so far' }).getByRole('listitem');
  await expect(tried).toHaveText([/Set an alarm/, /Lay the things out the evening before/]);
  // In the middle of the chain, the links say both already.
  await page.evaluate((id) => (location.hash = `#/coes/${id}`), testId(2));
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Late for the 2th time');
  await expect(linked.getByText(/^Fix: /)).toHaveText([/Set an alarm/, /Lay the things out the evening before/]);
});
