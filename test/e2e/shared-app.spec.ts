import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { ulid } from 'ulid';

import { testId } from '#test/support/test-ids.ts';

import { expect, test } from './support/app.ts';
import { answerTo } from './support/ask.ts';
import { createSharedApp } from './support/shared-app.ts';

/** Two libraries, as of one test and the next. */
async function twoLibraries(folder: string): Promise<[string, string]> {
  const [first, second] = [path.join(folder, 'first'), path.join(folder, 'second')];
  for (const library of [first, second]) await mkdir(path.join(library, 'coes'), { recursive: true });
  return [first, second];
}

test('the next test gets the app that runs already', { tag: '@engines' }, async ({ folder }) => {
  const [first, second] = await twoLibraries(folder);
  const shared = createSharedApp();
  try {
    const { app } = await shared.open(first);
    const next = await shared.open(second);
    expect(next.app === app).toBe(true);
  } finally {
    await shared.end();
  }
});

test('the next test gets the app that runs, unless a question was put off in a COE that it may have too', async ({
  folder,
}) => {
  const [first, second] = await twoLibraries(folder);
  const shared = createSharedApp();
  try {
    const { app, page, start } = await shared.open(first);
    const putOff = async (coeId: string): Promise<void> => {
      await answerTo(page, 'patterns:mark-asked', { coeId, place: 'cause' });
      const places = path.join(start.userData, 'places.json');
      await expect.poll(() => (existsSync(places) ? readFileSync(places, 'utf8') : '')).toContain(coeId);
    };
    await putOff(ulid());
    const next = await shared.open(second);
    expect(next.app === app).toBe(true);
    await putOff(testId(1));
    const other = await shared.open(first);
    expect(other.app === app).toBe(false);
  } finally {
    await shared.end();
  }
});

test('a size that a test gave the page does not stay for the next test', async ({ folder }) => {
  const [first, second] = await twoLibraries(folder);
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
