import { readdirSync } from 'node:fs';
import path from 'node:path';

import { filesForAdministrators } from '#test/support/files-for-administrators.ts';

import { expect, test } from './support/app.ts';
import { onlyIf } from './support/only-if.ts';

test('the page for administrators names every file that a start leaves beside the libraries', async ({
  launch,
  folder,
}) => {
  onlyIf(process.platform === 'linux', 'the page names the files as they are on Linux');
  const userData = path.join(folder, 'home', '.config', 'Once');
  const documented = filesForAdministrators();
  const unknown = (): string[] => readdirSync(userData).filter((name) => !documented.some((each) => each.test(name)));
  const once = await launch({ userData });
  await once.page.evaluate(() => {
    window.location.hash = '#/settings';
  });
  await once.page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(once.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(readdirSync(userData)).toEqual(expect.arrayContaining(['SingletonLock', 'chromium', 'open-libraries']));
  expect(unknown()).toEqual([]);
  await once.quit();
  expect(readdirSync(userData)).toEqual(expect.arrayContaining(['Crashpad', 'places.json', 'settings.json']));
  expect(unknown()).toEqual([]);
});
