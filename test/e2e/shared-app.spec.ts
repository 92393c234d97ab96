import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { ulid } from 'ulid';

import { generateSharingIdentity, writeIdentity } from '#main/sharing/identity.ts';
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

test('the next test has people and keys of its own, or none', async ({ folder, userData }) => {
  const [first, second] = await twoLibraries(folder);
  const shared = createSharedApp();
  try {
    const unsealed = { seal: async () => null, open: async () => null };
    await writeIdentity(path.join(userData, 'sharing'), generateSharingIdentity('Anna'), unsealed);
    const { app, page } = await shared.open(first, userData);
    expect(await answerTo(page, 'sharing:own-card', {})).toMatchObject({ name: 'Anna' });
    const next = await shared.open(second);
    expect(next.app === app).toBe(true);
    expect(await answerTo(page, 'sharing:own-card', {})).toBeNull();
    await answerTo(page, 'sharing:name-card', { name: 'Ben' });
    await shared.open(first, userData);
    expect(await answerTo(page, 'sharing:own-card', {})).toMatchObject({ name: 'Anna' });
  } finally {
    await shared.end();
  }
});
