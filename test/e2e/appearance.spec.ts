// What is shown the same way everywhere: severity, scales, messages, filters, saved charts, and colours of the system.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, test } from './support/app.ts';
import { answerTo } from './support/ask.ts';
import { drawn } from './support/until-quiet.ts';
import { setWindow, WINDOWS } from './support/windows.ts';
import { goToSection, section, startCoe } from './support/writing.ts';

test.use({ sharesApp: true });

test('the severity is chosen with one press in its menu', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'How severe');
  // Words in a row, which look as if they can be pressed.
  for (const fact of ['Kind: Outage', /^When it happened: /, /^Severity: /, 'Status: Draft']) {
    await expect(page.getByRole('button', { name: fact })).toHaveCSS('text-decoration', /^underline dotted/);
  }
  await page.getByRole('button', { name: 'Severity: not judged yet. How severe?' }).click();
  await page.getByRole('menuitemradio', { name: 'Major' }).click();
  const chosen = page.getByRole('button', { name: 'Severity: Major' });
  await expect(chosen).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Major' })).toBeChecked();
  await page.getByRole('menuitemradio', { name: 'Not judged yet' }).click();
  await expect(page.getByRole('button', { name: 'Severity: not judged yet. How severe?' })).toBeVisible();
});

test('number keys answer scales and strengths, and Delete clears them', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Missed event', 'How it was');
  const scale = page.getByRole('radiogroup', { name: /^Your state then/ });
  await scale.getByRole('radio', { name: 'no answer' }).focus();
  await page.keyboard.press('4');
  await expect(scale.getByRole('radio', { name: '4' })).toBeChecked();
  await page.keyboard.press('Delete');
  await expect(scale.getByRole('radio', { name: 'no answer' })).toBeChecked();

  await goToSection(page, 'Impact');
  const impact = section(page, 'What was the impact?');
  await impact.getByRole('button', { name: 'Add a feeling' }).click();
  const strength = impact.getByRole('slider', { name: 'On the day, feeling 1' });
  await strength.focus();
  await page.keyboard.press('7');
  await expect(strength).toHaveValue('7');
  await page.keyboard.press('1');
  await page.keyboard.press('0');
  await expect(strength).toHaveValue('10');
  await page.keyboard.press('Delete');
  await expect(impact.getByRole('status').filter({ hasText: '–' }).first()).toBeVisible();
});

test('Details does not mention writing of less than a minute', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Just begun');
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByRole('textbox', { name: 'Summary' })).toBeVisible();
  await expect(page.getByText('of writing so far')).toHaveCount(0);
});

test('every page title has the same left edge, and New COE is where it was on the screen before', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await answerTo(page, 'library:open-examples', {});
  for (const window of WINDOWS) {
    await setWindow(app, page, window);
    const titles = new Set<number>();
    const buttons = new Set<number>();
    for (const screen of ['today', 'coes', 'actions', 'themes', 'people', 'settings', 'trash', 'problems', 'backups']) {
      await page.evaluate((to) => (location.hash = `#/${to}`), screen);
      await expect(page.locator(`main h1`)).toHaveText(new RegExp(`^${screen}$`, 'i'));
      await drawn(page);
      titles.add((await page.locator('main h1').boundingBox())?.x ?? 0);
      if (!['today', 'coes'].includes(screen)) continue;
      const box = await page.getByRole('main').getByRole('button', { name: 'New COE' }).boundingBox();
      buttons.add(Math.round((box?.x ?? 0) + (box?.width ?? 0)));
    }
    expect.soft([...titles], `titles, ${window.name}`).toHaveLength(1);
    expect.soft([...buttons], `New COE, ${window.name}`).toHaveLength(1);
  }

  // So do the filters, and the field and the choice beside them.
  const looks = new Set<string>();
  const lines = new Set<string>();
  for (const [screen, filter] of [
    ['coes', 'Filter by kind'],
    ['actions', /Kind$/],
    ['themes', /^Kinds?/],
  ] as const) {
    await page.evaluate((to) => (location.hash = `#/${to}`), screen);
    const button = page.getByRole('main').getByRole('button', { name: filter }).first();
    await expect(button).toBeVisible();
    const look = await button.evaluate((element) => {
      const { border, borderRadius, backgroundColor, fontSize, height } = getComputedStyle(element);
      return { border, rest: [borderRadius, backgroundColor, fontSize, height].join() };
    });
    looks.add(look.rest);
    lines.add(look.border);
    for (const field of await page.getByRole('main').getByRole('searchbox').all()) {
      lines.add(await field.evaluate((element) => getComputedStyle(element).border));
    }
  }
  expect([...looks]).toHaveLength(1);
  expect([...lines]).toHaveLength(1);
});

test('a message goes away with the state it describes', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Messages');
  await page.getByRole('textbox', { name: 'Additional context' }).focus();
  await page.keyboard.press('F11');
  const focusMode = page.getByText('Focus mode is on.');
  await expect(focusMode).toBeVisible();
  await page.keyboard.press('F11');
  await expect(focusMode).toHaveCount(0);

  await goToSection(page, '5 whys');
  const whys = section(page, '5 whys');
  await whys.getByRole('button', { name: 'Add why' }).click();
  await page.keyboard.type('Because');
  await page.getByRole('button', { name: 'More for why 1' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(page.getByText('Answer removed.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Answer removed.')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Why 1', exact: true })).toHaveValue('Because');
});

test('the text can be seen in focus mode in a narrow window', async ({ launch }) => {
  const { app, page } = await launch();
  await setWindow(app, page, { width: 720, height: 800, zoom: 1.25 });
  await startCoe(page, 'Outage', 'Focus');
  const text = page.getByRole('textbox', { name: 'Additional context', exact: true });
  await text.focus();
  await page.keyboard.press('F11');
  await expect(page.getByText('Focus mode is on.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Outline' })).toBeHidden();
  await page.keyboard.type('The disk filled up.');
  await expect(text).toBeInViewport();
  await expect(text.getByText('The disk filled up.')).toBeInViewport({ ratio: 1 });
});

test('zoomed to 200 %, the order of the COEs can be read', async ({ launch }) => {
  const { app, page } = await launch();
  await answerTo(page, 'library:open-examples', {});
  await page.getByRole('link', { name: 'COEs' }).click();
  const order = page.getByRole('button', { name: 'Order: Newest first' });
  await expect(order).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows();
    shown?.setContentSize(1280, 800);
    shown?.webContents.setZoomFactor(2);
  });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
  await expect(order).toBeInViewport({ ratio: 1 });
});

test('a saved chart carries its font, and labels that are not cut', async ({ launch, folder }) => {
  const { app, page } = await launch();
  await answerTo(page, 'library:open-examples', {});
  await page.getByRole('link', { name: 'Themes' }).click();
  const figure = page.getByRole('figure', { name: 'Conditions', exact: true });
  const file = path.join(folder, 'conditions.svg');
  await answerDialogs(app, 'Cancel', file);
  await figure.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('menuitem', { name: 'Drawing (SVG)' }).click();
  await expect(page.getByText('Saved as conditions.svg.')).toBeVisible();
  const svg = await readFile(file, 'utf8');
  expect(svg).toContain("@font-face { font-family: 'Inter Variable'");
  expect(svg).toContain('data:font/woff2;base64,');
  expect(svg).not.toContain('…');
  expect(svg).toContain('Depending on others');
});

test('in a contrast theme of the system, a severity, a checkbox and a chart show their value', async ({ launch }) => {
  const { page } = await launch();
  await answerTo(page, 'library:open-examples', {});
  await page.emulateMedia({ forcedColors: 'active' });
  await page.getByRole('link', { name: 'COEs' }).click();
  // Otherwise the words are drawn on a plate of their own colour.
  await expect(page.getByRole('button', { name: 'New COE' })).toHaveCSS('forced-color-adjust', 'none');
  const severe = page
    .getByRole('list', { name: 'COEs' })
    .getByRole('listitem')
    .filter({ hasText: 'Minor' })
    .first()
    .locator('[aria-hidden] > span:empty');
  await expect(severe).toHaveCount(3);
  const fills = await severe.evaluateAll((dots) =>
    dots.map((dot) => getComputedStyle(dot).backgroundColor === getComputedStyle(dot).color),
  );
  expect(fills).toEqual([true, false, false]);

  await page.getByRole('link', { name: 'Actions' }).click();
  const box = page.getByRole('grid', { name: 'Actions' }).getByRole('checkbox', { checked: false }).first();
  await expect(box).toBeAttached();
  await expect(box.locator('xpath=..').locator('svg')).toBeHidden();

  await page.getByRole('link', { name: 'Themes' }).click();
  const chart = page
    .getByRole('figure')
    .locator('svg[width]')
    .filter({ has: page.locator('text') })
    .first();
  await expect(chart).toBeVisible();
  expect(await chart.evaluate((svg) => getComputedStyle(svg).backgroundColor)).toBe(
    await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('div'));
      probe.style.backgroundColor = 'Canvas';
      const color = getComputedStyle(probe).backgroundColor;
      probe.remove();
      return color;
    }),
  );
});
