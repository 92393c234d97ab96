import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from './support/app.ts';
import { createSharedApp } from './support/shared-app.ts';

test('a size that a test gave the page does not stay for the next test', async ({ folder }) => {
  const libraries = ['first', 'second'].map((name) => path.join(folder, name));
  for (const library of libraries) await mkdir(path.join(library, 'coes'), { recursive: true });
  const [first = '', second = ''] = libraries;
  const shared = createSharedApp();
  try {
    const { page } = await shared.open(first);
    const usual = await page.evaluate(() => [innerWidth, innerHeight]);
    await page.setViewportSize({ width: 640, height: 400 });
    const next = await shared.open(second);
    expect(await next.page.evaluate(() => [innerWidth, innerHeight])).toEqual(usual);
  } finally {
    await shared.end();
  }
});
