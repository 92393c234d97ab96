import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { ElectronApplication, Locator, Page } from '@playwright/test';

import { writeCoe } from '#domain/file/write-coe.ts';
import { minuteMoment } from '#domain/time/moment.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

import { expect, type OnceFixtures, test } from './support/app.ts';
import { answerTo } from './support/ask.ts';
import { drawn } from './support/until-quiet.ts';
import { setWindow, WINDOWS } from './support/windows.ts';
import { section } from './support/writing.ts';

test.use({ sharesApp: true });

const ROWS = 80;

/** Writes a COE with a long timeline and opens it there. */
async function openLongTimeline(
  launch: OnceFixtures['launch'],
  library: string,
): Promise<{ app: ElectronApplication; page: Page; timeline: Locator }> {
  const { sections, ...rest } = someCoe({ title: 'A long night' });
  const entries = Array.from({ length: ROWS }, (_, index) =>
    timelineEntry(
      `row-${index}`,
      minuteMoment(`2026-05-14T${10 + Math.floor(index / 60)}:${String(index % 60).padStart(2, '0')}`, 'UTC'),
      { what: `Step ${index}: ${'the queue is as long as before, '.repeat(6)}` },
    ),
  );
  const coe = { ...rest, sections: { ...sections, timeline: { ...sections.timeline, entries } } };
  await writeFile(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
  const { app, page } = await launch();
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}?section=timeline`), coe.id);
  const timeline = section(page, 'What is the timeline?');
  await expect(timeline.locator('[data-row]')).toHaveCount(ROWS);
  return { app, page, timeline };
}

test('timeline rows at rest are one line, and the row in use is fully visible', async ({ launch, library }) => {
  const { page, timeline } = await openLongTimeline(launch, library);
  const rows = timeline.locator('[data-row]');
  const heightOf = (index: number): Promise<number> =>
    rows.nth(index).evaluate((row) => row.getBoundingClientRect().height);
  await expect.poll(() => heightOf(5)).toBeLessThanOrEqual(37);

  const text = (number: number) =>
    timeline.getByRole('textbox', { name: `What happened, timeline entry ${number}`, exact: true });
  await text(6).click();
  await expect.poll(() => heightOf(5)).toBeGreaterThan(74);
  await expect(timeline.getByRole('button', { name: /Mark of timeline entry/ })).toHaveCount(1);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowDown');
  await expect(text(7)).toBeFocused();

  for (let down = 0; down < 20; down += 1) {
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowDown');
    await expect(text(8 + down)).toBeFocused();
    const isVisible = () =>
      page.evaluate(() => {
        const row = document.activeElement?.closest('[data-row]')?.getBoundingClientRect();
        const pane = document.querySelector('[data-scroll]')?.getBoundingClientRect();
        return row !== undefined && pane !== undefined && row.top >= pane.top && row.bottom <= pane.bottom;
      });
    await expect.poll(isVisible).toBe(true);
  }

  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(ROWS + 1);
  await expect(page.locator(':focus')).toHaveAccessibleName(/^When, /);
  await page.keyboard.type('9:30');
  await page.keyboard.press('Enter');
  await expect(page.locator('textarea:focus')).toHaveAccessibleName('What happened, timeline entry 1');
  await page.keyboard.type('Before it all');
  // The rows below get their new numbers a moment later.
  await expect(text(2)).toHaveValue(/^Step 0/);
  await expect(text(1)).toHaveValue('Before it all');
});

test('a row at rest shows the whole of a time in another zone', async ({ launch, library }) => {
  const { sections, ...rest } = someCoe();
  const entries = [
    timelineEntry('a', minuteMoment('2026-05-14T10:04', 'UTC'), { what: 'It began' }),
    timelineEntry('b', minuteMoment('2026-05-14T11:04', 'America/New_York'), { what: 'A mail came' }),
  ];
  const coe = { ...rest, sections: { ...sections, timeline: { ...sections.timeline, entries } } };
  await writeFile(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
  const { page } = await launch();
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}?section=timeline`), coe.id);
  const when = page.getByRole('textbox', { name: 'When, timeline entry 2', exact: true });
  await expect(when).toHaveValue(/America\/New_York$/);
  expect(await when.evaluate((input) => input.scrollWidth - input.clientWidth)).toBe(0);
});

test('the button below a row in use adds a row with one press, and what is typed at once is in it', async ({
  launch,
  library,
}) => {
  const { page, timeline } = await openLongTimeline(launch, library);
  const rows = timeline.locator('[data-row]');
  await timeline.getByRole('textbox', { name: `What happened, timeline entry ${ROWS}`, exact: true }).click();
  await timeline.getByRole('button', { name: 'Add timeline entry' }).click();
  await expect(rows).toHaveCount(ROWS + 1);
  await page.keyboard.type('14 May 12:00');
  await expect(timeline.locator('input:focus')).toHaveValue('14 May 12:00');
});

test('an unlikely year in a row is asked about, also when the row is left', async ({ launch, library }) => {
  const { page, timeline } = await openLongTimeline(launch, library);
  const when = timeline.getByRole('textbox', { name: 'When, timeline entry 1', exact: true });
  await when.fill('14 May 0202 10:00');
  await page.keyboard.press('Enter');
  await timeline.getByRole('textbox', { name: 'What happened, timeline entry 9', exact: true }).click();
  const question = timeline.getByText('0202 is long ago. Is the year right?');
  await expect(question).toBeVisible();
  const row = timeline.locator('[data-row]').first();
  await expect.poll(() => row.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
});

test('every timeline row has its menu for a screen reader, and Tab comes to it after the details', async ({
  launch,
  library,
}) => {
  const { page, timeline } = await openLongTimeline(launch, library);
  await expect(timeline.getByRole('button', { name: /^More for timeline entry/ })).toHaveCount(ROWS);
  await timeline.getByRole('textbox', { name: 'What happened, timeline entry 6', exact: true }).click();
  for (const name of ['Mark of timeline entry 6', 'Evidence of timeline entry 6', 'More for timeline entry 6']) {
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveAccessibleName(new RegExp(name));
  }
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAccessibleName('When, timeline entry 7');

  const menu = page.getByRole('menu', { name: 'More for timeline entry 6' });
  const button = timeline.getByRole('button', { name: 'More for timeline entry 6', exact: true });
  await button.focus();
  await page.keyboard.press('ArrowDown');
  await expect(menu.getByRole('menuitem', { name: 'Remove' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await menu.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(timeline.locator('[data-row]')).toHaveCount(ROWS - 1);
});

test('the size of the pane does not depend on its content, so that a letter lays out nothing around it', async ({
  launch,
  library,
}) => {
  const { page } = await openLongTimeline(launch, library);
  const pane = page.locator('[data-columns] [data-scroll]');
  for (const each of [pane, page.locator('[data-editor]')]) {
    await expect(each).toHaveCSS('contain', 'size layout');
    // As an item of a grid or a flexible box it would be laid out with all of that.
    expect(await each.evaluate((element) => getComputedStyle(element.parentElement ?? element).display)).toBe('block');
  }
});

test('a letter lays out its row alone, which still grows and shrinks with its text', async ({ launch, library }) => {
  const { page, timeline } = await openLongTimeline(launch, library);
  const text = timeline.getByRole('textbox', { name: 'What happened, timeline entry 6', exact: true });
  await text.click();
  const box = text.locator('xpath=ancestor::*[@data-alone][1]');
  await expect(box).toHaveCSS('contain', 'size layout');
  // As an item of a grid or a flexible box it would be laid out with all of that.
  expect(await box.evaluate((element) => getComputedStyle(element.parentElement ?? element).display)).toBe('block');
  const heights = (): Promise<number[]> =>
    text.evaluate((element) =>
      [element, element.closest('[data-alone]')].map((each) => Math.round(each?.getBoundingClientRect().height ?? 0)),
    );
  /** How much the box is higher than its text. */
  const spare = async (): Promise<number> => {
    const [height = 0, around = 0] = await heights();
    return around - height;
  };
  await expect.poll(spare).toBe(0);
  const [before = 0] = await heights();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(' and so on'.repeat(30));
  await expect.poll(async () => (await heights())[0]).toBeGreaterThan(before);
  await expect.poll(spare).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(heights).toEqual([before, before]);
  await timeline.getByRole('textbox', { name: 'What happened, timeline entry 7', exact: true }).click();
  await expect(box).toHaveCSS('contain', 'none');
});

test('a time with a year and a zone is not cut, in every window in use and in the usual one at rest', async ({
  launch,
  library,
}) => {
  const { sections } = someCoe();
  const when = { ...minuteMoment('2025-12-27T21:30', 'America/New_York'), approximate: true };
  const entries = [
    timelineEntry('a', minuteMoment('2025-12-27T20:00', 'UTC'), { what: 'It was renewed by hand' }),
    timelineEntry('b', when, { what: 'It expired' }),
    timelineEntry('c', when, { what: 'It was seen' }),
  ];
  const coe = someCoe({ sections: { ...sections, timeline: { ...sections.timeline, entries } } });
  await mkdir(path.join(library, 'coes'), { recursive: true });
  await writeFile(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
  const { app, page } = await launch();
  await page.evaluate((id) => (location.hash = `#/coes/${id}?section=timeline`), coe.id);
  const field = (number: number) => page.getByRole('textbox', { name: `When, timeline entry ${number}`, exact: true });
  const isCut = (number: number): Promise<boolean> =>
    field(number).evaluate((element) => element.scrollWidth > element.clientWidth + 1);
  for (const window of WINDOWS) {
    await setWindow(app, page, window);
    await field(2).click();
    await expect(field(2)).toHaveValue(/America\/New_York$/);
    await expect.poll(() => isCut(2), window.name).toBe(false);
    if (window.name === '1280×800') await expect.poll(() => isCut(3), 'at rest').toBe(false);
  }
});

test('a timeline fits into a window that was made narrower', async ({ launch, library }) => {
  const { app, page, timeline } = await openLongTimeline(launch, library);
  const pane = page.locator('[data-columns] [data-scroll]');
  // The browser remembers the size of rows that were in sight.
  await expect(timeline.locator('[data-row]').first()).toBeInViewport();
  await pane.evaluate((element) => element.scrollTo(0, 2000));
  await expect(timeline.locator('[data-row]').first()).not.toBeInViewport();
  await drawn(page);
  await setWindow(app, page, WINDOWS[1]);
  await expect.poll(() => pane.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await timeline.getByRole('textbox', { name: 'What happened, timeline entry 46', exact: true }).click();
  await drawn(page);
  await expect.poll(() => pane.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test('a time by the 12-hour clock is not cut in the row in use', async ({ launch, library }) => {
  const { page, timeline } = await openLongTimeline(launch, library);
  await answerTo(page, 'settings:change', { dateOrder: 'month-first', clock: '12-hour' });
  const when = timeline.getByRole('textbox', { name: 'When, timeline entry 6', exact: true });
  await expect(when).toHaveValue('May 14 10:05 AM');
  await when.fill('Nov 14 10:55 AM');
  await drawn(page);
  expect(await when.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
});

test('the row in use stays in sight when the window or the zoom changes', async ({ launch, library }) => {
  const { app, page, timeline } = await openLongTimeline(launch, library);
  await setWindow(app, page, WINDOWS[0]);
  const field = timeline.getByRole('textbox', { name: `When, timeline entry ${ROWS}`, exact: true });
  await field.click();
  for (const window of [...WINDOWS, ...WINDOWS.toReversed()]) {
    await setWindow(app, page, window);
    await expect(field, window.name).toBeInViewport();
    await expect(field).toBeFocused();
  }
});
