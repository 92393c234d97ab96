import { expect, readOnlyCoe, test } from './support/app.ts';
import { openSection, showWhole, startCoe, writeProse } from './support/writing.ts';

test.use({ sharesApp: true });

test('a screen that crashes saves the text first, reports it and offers a way on', async ({ launch, library }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'The app itself broke');
  await showWhole(page);
  // The timeline throws when it is drawn, as a fault in the app would.
  await page.evaluate(() => {
    // oxlint-disable-next-line no-extend-native -- it is planted, and goes with the page
    Object.defineProperty(Array.prototype, 'findLastIndex', {
      value: () => {
        throw new Error('planted');
      },
    });
  });
  await writeProse(page, 'Additional context', 'Typed just before.');
  await openSection(page, 'What is the timeline?');
  await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Everything you wrote is saved.');
  expect((await readOnlyCoe(library)).sections.context.prose).toBe('Typed just before.');
  await page.getByRole('button', { name: 'Back to the COEs' }).click();
  await expect(page.getByRole('listitem', { name: /^The app itself broke/ })).toBeVisible();
});
