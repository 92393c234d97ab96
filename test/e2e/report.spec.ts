import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { OWN_REPORTS, REAL_REPORTS } from '#test/support/reports.ts';

import { expect, readOnlyCoe, test } from './support/app.ts';
import { enterRow, openSection, saved, section, showWhole, startCoe, enterTimeline } from './support/writing.ts';

test.use({ sharesApp: true });

/**
 * A report of our own, and one that a real team published where it lies beside the project: it is never copied into it.
 */
const REPORTS = [
  path.join(OWN_REPORTS, '2023-04 Seat reservations answered 500.md'),
  path.join(REAL_REPORTS, 'dfds/PM2021-006 - All services returning 503 in Kubernetes.md'),
].filter(existsSync);

/** The text under one of the report's headings, as it stands. */
const under = (report: string, heading: string): string =>
  (report.split(new RegExp(`^## ${heading}$`, 'm'))[1] ?? '').split(/^## /m)[0]?.trim() ?? '';

/** The rows of its timeline table: time and event. */
const timelineRows = (report: string): { when: string; what: string }[] =>
  [...under(report, 'Timeline').matchAll(/^\| (\d{4}-\d{2}-\d{2} \d{2}:\d{2})\s*\|\s*(.*?)\s*\|$/gm)].map(
    ([, when = '', what = '']) => ({ when: `${when} UTC`, what }),
  );

const bullets = (text: string): string[] => [...text.matchAll(/^- (.*)$/gm)].map(([, line = '']) => line);

for (const file of REPORTS) {
  test(`the report “${path.basename(file, '.md')}” is entered section by section, and saved as it was`, async ({
    launch,
    library,
  }) => {
    const report = await readFile(file, 'utf8');
    const rows = timelineRows(report);
    const { app, page } = await launch();
    const paste = async (heading: string, text: string): Promise<void> => {
      await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
      const box = section(page, heading).getByRole('textbox', { name: heading, exact: true });
      await box.click();
      await page.keyboard.press('Control+Shift+v');
      // Before the clipboard holds the next text.
      await expect(box).toContainText(/\S/);
    };

    await startCoe(page, 'Outage', 'A report', rows[0]?.when.slice(0, '2023-04-12'.length));
    await showWhole(page);
    await paste('Additional context', under(report, 'Summary'));
    await paste('What was the root cause?', under(report, 'Contributing Factors'));
    await paste('What did you learn?', under(report, 'Lessons Learned'));

    expect(rows).toHaveLength(5);
    // Entered backwards: the rows have to find their own order.
    await enterTimeline(
      page,
      rows.toReversed().map((row, index) => ({
        ...row,
        ...[{}, { mark: 'Mitigated' }, { mark: 'Detected' }, { mark: 'Began' }][index],
      })),
    );

    const factors = bullets(under(report, 'Contributing Factors'));
    await (await openSection(page, '5 whys')).getByRole('button', { name: 'Add why' }).click();
    await enterRow(page, factors[1] ?? '');
    await page.keyboard.press('Enter');
    await enterRow(page, factors[0] ?? '');

    const actions = bullets(under(report, 'Action Items'));
    const actionSection = await openSection(page, "What are you going to do so it doesn't happen again?");
    await actionSection.getByRole('button', { name: 'Add action' }).click();
    for (const [index, action] of actions.entries()) {
      if (index > 0) await page.keyboard.press('Enter');
      await expect(actionSection.getByRole('textbox', { name: `Action ${index + 1}`, exact: true })).toBeFocused();
      await enterRow(page, action);
    }
    await saved(page);

    await expect
      .poll(async () => (await readOnlyCoe(library)).sections.actions.items.map(({ text }) => text))
      .toEqual(actions);
    const coe = await readOnlyCoe(library);
    const { context, cause, learned, timeline, whys } = coe.sections;
    const words = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('\\', '').trim();
    expect(words(context.prose)).toBe(words(under(report, 'Summary')));
    expect(words(cause.prose)).toBe(words(under(report, 'Contributing Factors')));
    expect(words(learned.prose)).toBe(words(under(report, 'Lessons Learned')));
    expect(
      timeline.entries.map(({ when, what }) => ({ when: `${when.value.replace('T', ' ')} ${when.zone}`, what })),
    ).toEqual(rows);
    expect(whys.happened).toMatchObject([{ text: factors[1], whys: [{ text: factors[0] }] }]);
    await expect(section(page, 'What is the timeline?')).toContainText('1 minute');
  });
}
