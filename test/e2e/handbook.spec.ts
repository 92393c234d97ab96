import { answerDialogs, shownDialogs } from './support/answer-dialogs.ts';
import { expect, test } from './support/app.ts';

test.use({ sharesApp: true });

test.beforeEach(async ({ once }) => {
  await once.page.evaluate(() => {
    window.location.hash = '#/handbook';
  });
  await expect(once.page.getByRole('heading', { level: 1, name: 'Why COEs' })).toBeVisible();
});

test('the handbook can be read page by page with the keyboard', async ({ once: { page } }) => {
  await page.getByRole('link', { name: /^Next/ }).press('Enter');
  await expect(page).toHaveURL(/section-context$/);
  await expect(page.getByRole('article')).toBeFocused();
  await expect(page.getByRole('navigation', { name: 'Handbook pages' }).locator('[aria-current=page]')).toHaveText(
    'Additional context',
  );
});

test('a handbook search lists matching pages, and Enter opens the first', async ({ once: { page } }) => {
  await page.keyboard.press('ControlOrMeta+f');
  const search = page.getByRole('searchbox', { name: 'Search the handbook' });
  await expect(search).toBeFocused();
  await search.fill('slices of cheese');
  await expect(page.getByText('1 page', { exact: true })).toBeVisible();
  await search.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Words and kinds' })).toBeVisible();
});

test('a link shows its address and asks before opening', async ({ once: { app, page } }) => {
  await answerDialogs(app, 'Cancel');
  await page.getByRole('link', { name: 'Related reading' }).click();
  const address = 'https://imwrightshardcode.com/2019/10/tell-me-why-incident-rcas/';
  await expect(page.getByText(address, { exact: true })).toBeVisible();
  await page.getByRole('link', { name: /^imwrightshardcode/ }).click();
  await expect.poll(() => shownDialogs(app)).toHaveLength(1);
  expect((await shownDialogs(app))[0]).toMatchObject({ detail: address });
  await expect(page).toHaveURL(/related-reading$/);
});
