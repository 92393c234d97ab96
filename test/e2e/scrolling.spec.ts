import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { writeCoe } from '#domain/file/write-coe.ts';
import { quantity } from '#domain/text/format.ts';
import { unreadMoment } from '#domain/time/moment.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

import { expect, test } from './support/app.ts';
import { answerTo } from './support/ask.ts';
import { drawn, untilComplete } from './support/until-quiet.ts';
import { setWindow, WINDOWS } from './support/windows.ts';
import { startCoe } from './support/writing.ts';

test.use({ sharesApp: true });

/** Screens, with their headings. */
const SCREENS = [
  ['today', 'Today'],
  ['coes', 'COEs'],
  ['actions', 'Actions'],
  ['themes', 'Themes'],
  ['handbook', 'Why COEs'],
  ['settings', 'Settings'],
  ['trash', 'Trash'],
  ['problems', 'Problems'],
  ['backups', 'Backups'],
] as const;

/**
 * What is wrong with the window's scrolling now: it is scrolled after each element had the focus, or an element that a
 * person can use is outside of it, or a pane that scrolls down scrolls sideways too. Elements in a pane that scrolls
 * sideways by itself may be outside.
 */
const faults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element): string =>
      `${element.localName} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)}”`;
    const roots = [document.documentElement, document.body];
    const scrollsSideways = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrollsSideways(element.parentElement));
    const { activeElement } = document;
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, a[href], input, textarea, h1, h2, [tabindex]',
    )) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || !element.checkVisibility()) continue;
      element.focus();
      if (roots.some(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)) {
        found.push(`the window scrolled to ${name(element)}`);
        for (const root of roots) root.scrollTo(0, 0);
      }
      if (box.right > innerWidth + 1 && !scrollsSideways(element)) found.push(`${name(element)} is outside`);
    }
    for (const pane of document.querySelectorAll('main, main *')) {
      const isPane = ['auto', 'scroll'].includes(getComputedStyle(pane).overflowY);
      if (isPane && pane.scrollHeight > innerHeight && pane.scrollWidth > pane.clientWidth) {
        found.push(`${name(pane)} scrolls sideways`);
      }
    }
    if (activeElement instanceof HTMLElement) activeElement.focus();
    for (const root of roots) {
      root.scrollTo(1000, 1000);
      if (root.scrollTop !== 0 || root.scrollLeft !== 0) found.push('the window can be scrolled');
      root.scrollTo(0, 0);
    }
    return found;
  });

for (const window of WINDOWS) {
  test(`only panes scroll, never the window, at ${window.name}`, async ({ launch }) => {
    const { app, page } = await launch();
    await answerTo(page, 'library:open-examples', {});
    await setWindow(app, page, window);
    for (const [screen, heading] of SCREENS) {
      await page.evaluate((to) => (location.hash = `#/${to}`), screen);
      const shown = page.getByRole('heading', { level: 1, name: heading });
      await expect(shown).toBeVisible();
      await drawn(page);
      expect.soft(await faults(page), screen).toEqual([]);
    }
    await page.evaluate(() => (location.hash = '#/coes'));
    await page.getByRole('list', { name: 'COEs' }).getByRole('link').first().click();
    await expect(page.getByRole('status', { name: 'Save state' })).toBeVisible();
    for (const view of ['Guided', 'Whole']) {
      await page.locator('header[data-region]').hover();
      await page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: view }).check();
      // The depth of the COE decides how many sections there are.
      const first = page.getByText(/^1 of \d+$/);
      const count = view === 'Guided' ? Number((await first.innerText()).replace('1 of ', '')) : 1;
      for (let section = 0; section < count; section += 1) {
        // The side column is beside the text in the widest window only.
        if (window.width === 1280 && window.zoom === 1) {
          await page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
        }
        expect.soft(await faults(page), `section ${section + 1}, ${view}`).toEqual([]);
        await page.keyboard.press('Control+PageDown');
        if (section < count - 1) {
          await expect(page.getByText(`${section + 2} of ${count}`, { exact: true })).toBeVisible();
        }
        await drawn(page);
      }
    }
  });
}

test('long words without spaces push nothing out of the window', async ({ launch, library }) => {
  const coe = { ...coeFullOf(['w'.repeat(290)], 1), severity: 2 };
  writeFileSync(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
  const { app, page } = await launch();
  await answerTo(page, 'settings:change', { editorView: 'whole' });
  for (const window of WINDOWS) {
    await setWindow(app, page, window);
    await page.evaluate((id) => (location.hash = `#/coes/${id}`), coe.id);
    await page.getByRole('textbox', { name: 'Title' }).focus();
    await expect.soft(page.getByRole('status', { name: 'Save state' }), window.name).toBeInViewport();
    await expect.soft(page.getByRole('button', { name: 'More for this COE' }), window.name).toBeInViewport();
    await drawn(page);
    expect.soft(await faults(page), window.name).toEqual([]);
  }
});

test('long words without spaces push nothing out of Themes, neither its lists nor its charts', async ({
  launch,
  library,
}) => {
  const add = (number: number): void => {
    const coe = { ...coeFullOf(['w'.repeat(290)], number), severity: 2 };
    writeFileSync(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
  };
  add(1);
  const { app, page } = await launch();
  await page.evaluate(() => (location.hash = '#/themes'));
  const shown = page.getByRole('group', { name: 'Which COEs' }).getByRole('status');
  // Five are enough for charts.
  for (const count of [1, 5]) {
    for (let number = 2; number <= count; number += 1) add(number);
    await expect(shown).toHaveText(`All ${quantity(count, 'COE')}`);
    await expect(page.getByRole('heading', { level: 2, name: 'What they have in common' })).toBeVisible();
    for (const window of WINDOWS) {
      await setWindow(app, page, window);
      await untilComplete(page);
      // Charts take the width of another window one after the other.
      await expect.poll(() => faults(page), `${count}, ${window.name}`).toEqual([]);
    }
  }
});

test('the header folds to its title in a small window while one writes, and opens with the focus', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await startCoe(page, 'Outage', 'A small window');
  const facts = page.getByRole('button', { name: 'Kind: Outage' });
  const height = async (): Promise<number> => (await page.locator('header[data-region]').boundingBox())?.height ?? 0;
  for (const window of [WINDOWS[1], WINDOWS[2]]) {
    await setWindow(app, page, window);
    await page.getByRole('textbox', { name: 'Title' }).focus();
    await expect.poll(height).toBeGreaterThan(80);
    await page.getByRole('textbox', { name: 'Additional context' }).click();
    await expect.poll(height, window.name).toBeLessThan(52);
    await facts.focus();
    await expect.poll(height).toBeGreaterThan(80);
    await expect(facts).toBeInViewport();
  }
});

test('zoomed to 200 %, the filters of the list are not cut by the order', async ({ launch, library }) => {
  writeFileSync(path.join(library, 'coes', `${testId(1)}.json`), writeCoe(someCoe({}, 1)));
  const { app, page } = await launch();
  await setWindow(app, page, WINDOWS[2]);
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  const dates = page.getByRole('button', { name: 'Filter by dates' });
  await expect(dates).toBeVisible();
  const right = (element: Element): number => element.getBoundingClientRect().right;
  expect(await dates.evaluate(right)).toBeLessThanOrEqual(
    await page.getByRole('group', { name: 'Filters' }).evaluate(right),
  );
  await expect(page.getByRole('button', { name: 'Order: Newest first' })).toBeInViewport({ ratio: 1 });
});

test('zoomed to 200 %, the save state stays beside the title when times could not be read', async ({
  launch,
  library,
}) => {
  const { sections, ...coe } = someCoe({ title: 'The queue stood still' });
  const entries = Array.from({ length: 10 }, (_, index) =>
    timelineEntry(`r${index}`, unreadMoment('around lunch'), { what: 'It stood still' }),
  );
  const timeline = { ...sections.timeline, entries };
  writeFileSync(
    path.join(library, 'coes', `${coe.id}.json`),
    writeCoe({ ...coe, sections: { ...sections, timeline } }),
  );
  const { app, page } = await launch();
  await setWindow(app, page, WINDOWS[2]);
  await page.evaluate((id) => (location.hash = `#/coes/${id}`), coe.id);
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('The queue stood still for an hour');
  const status = page.getByRole('status', { name: 'Save state' });
  await expect(status).toHaveText(/Saved \d.* · 10 times not read/);
  const [state, beside] = [await status.boundingBox(), await title.boundingBox()];
  expect(state?.y).toBeLessThan((beside?.y ?? 0) + (beside?.height ?? 0));
  expect(state?.height).toBeLessThan(40);
});

test('zoomed to 200 %, the outline leads to a section', async ({ launch }) => {
  const { app, page } = await launch();
  await startCoe(page, 'Outage', 'Zoomed in');
  await setWindow(app, page, WINDOWS[2]);
  const outline = page.getByRole('navigation', { name: 'Outline' });
  await outline.getByRole('button', { name: /^Timeline/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'What is the timeline?' })).toBeInViewport();
});

test('zoomed to 200 %, the outline does not cover the heading of a COE just started', async ({ launch }) => {
  const { app, page } = await launch();
  await setWindow(app, page, WINDOWS[2]);
  await startCoe(page, 'Outage', 'Checkout was down for everyone on a Friday evening');
  const roomBelowOutline = async (): Promise<number> => {
    const outline = await page.getByRole('navigation', { name: 'Outline' }).boundingBox();
    const heading = await page.getByRole('heading', { level: 2 }).first().boundingBox();
    return (heading?.y ?? -Infinity) - (outline?.y ?? 0) - (outline?.height ?? Infinity);
  };
  await expect.poll(roomBelowOutline).toBeGreaterThanOrEqual(0);
});

test('the formatting bar covers neither what follows nor the line being typed', async ({ launch }) => {
  const { app, page } = await launch();
  await startCoe(page, 'Outage', 'Below the text');
  const prose = page.getByRole('textbox', { name: 'Additional context' });
  const bar = page.getByRole('toolbar').first();
  const edges = async (): Promise<{ barTop: number; barBottom: number; next: number; caret: number }> => ({
    barTop: (await bar.boundingBox())?.y ?? 0,
    barBottom: ((await bar.boundingBox())?.y ?? 0) + ((await bar.boundingBox())?.height ?? 0),
    next: (await page.getByRole('heading', { level: 3 }).first().boundingBox())?.y ?? 0,
    caret: await page.evaluate(() => getSelection()?.focusNode?.parentElement?.getBoundingClientRect().bottom ?? 0),
  });
  await prose.click();
  await page.keyboard.type('One line.');
  const short = await edges();
  expect(short.barBottom).toBeLessThanOrEqual(short.next);
  // The tools of a table need a second line.
  await page.keyboard.press('Enter');
  await bar.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(bar.getByRole('button', { name: 'Add a row below' })).toHaveText('Row');
  const table = await edges();
  expect(table.barBottom - table.barTop).toBeGreaterThan(short.barBottom - short.barTop + 20);
  expect(table.barBottom).toBeLessThanOrEqual(table.next);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(prose.getByRole('table')).toHaveCount(0);

  // In the last one, the whole editor scrolls in place of the text.
  for (const window of [WINDOWS[0], WINDOWS[2]]) {
    await setWindow(app, page, window);
    for (let line = 0; line < 40; line += 1) await page.keyboard.press('Enter');
    await page.keyboard.type('The last line.');
    await drawn(page);
    const caretBelowBar = async (): Promise<number> => {
      const { caret, barTop } = await edges();
      return caret - barTop;
    };
    await expect.poll(caretBelowBar, window.name).toBeLessThanOrEqual(0);
  }
});
