import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { enterReport } from '#test/support/enter-report.ts';
import { hasRealReports, OWN_REPORTS, REAL_REPORTS, reportsIn } from '#test/support/reports.ts';

import { expect, test } from './support/app.ts';

test.use({ sharesApp: true });

/** Reports of one team. Three of them carry one title: the same outage twice, and one unlike them below. */
type Reports = {
  readonly whose: string;
  readonly files: readonly string[];
  readonly title: string;
  /** When each of the three happened, by the label with which its name begins. */
  readonly days: readonly [first: Happened, again: Happened, unlike: Happened];
};
type Happened = { readonly label: string; readonly day: string; readonly shown: string };

const OWN: Reports = {
  whose: 'our own reports',
  files: reportsIn(OWN_REPORTS).filter((file) => /^\d{4}-\d{2} /.test(path.basename(file))),
  title: 'Seat reservations answered 500',
  days: [
    { label: '2023-03', day: '2023-03-24', shown: '24 Mar 2023' },
    { label: '2023-04', day: '2023-04-12', shown: '12 Apr 2023' },
    { label: '2023-05', day: '2023-05-07', shown: '7 May 2023' },
  ],
};
const REAL: Reports = {
  whose: 'real reports',
  files: reportsIn(path.join(REAL_REPORTS, 'dfds')).filter((file) =>
    /^PM20(19|20)-|^PM2021-00[1-7] /.test(path.basename(file)),
  ),
  title: 'All services returning 503 in Kubernetes',
  days: [
    { label: 'PM2021-005', day: '2021-08-16', shown: '16 Aug 2021' },
    { label: 'PM2021-006', day: '2021-08-24', shown: '24 Aug 2021' },
    { label: 'PM2021-007', day: '2021-09-06', shown: '6 Sept 2021' },
  ],
};

for (const { whose, files, title, days } of hasRealReports() ? [OWN, REAL] : [OWN]) {
  test(`among ${whose}, an outage that came back is linked to the one before, whose fix is marked as came back`, async ({
    launch,
    library,
  }) => {
    const [first, again, unlike] = days;
    const ids = new Map<string, string>();
    const fileOf = ({ label }: Happened): string => path.join(library, 'coes', `${ids.get(label)}.json`);
    const onDisk = (which: Happened): Coe => coeSchema.parse(JSON.parse(readFileSync(fileOf(which), 'utf8')));
    for (const [place, file] of files.entries()) {
      const which = days.find(({ label }) => path.basename(file).startsWith(label));
      const coe = enterReport(
        file,
        place + 1,
        which === undefined ? {} : { happened: dayMoment(which.day), status: 'closed' },
      );
      // The fixes of the first one were made: that is what a repeat puts in question.
      const { items } = coe.sections.actions;
      if (which === first) for (const item of items) Object.assign(item, { status: 'done', doneOn: first.day });
      writeFileSync(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
      if (which !== undefined) ids.set(which.label, coe.id);
    }
    const { page } = await launch();
    const open = ({ label }: Happened) =>
      page.evaluate((id) => (window.location.hash = `#/coes/${id}`), ids.get(label));
    const panel = page.getByRole('complementary', { name: 'Seen before' });
    const seen = ({ shown }: Happened) => panel.getByRole('listitem', { name: title }).filter({ hasText: shown });

    await open(again);
    await seen(first).getByRole('button', { name: 'Link' }).click();
    const dialog = page.getByRole('dialog', { name: 'Link to an earlier COE' });
    await dialog.getByRole('radio', { name: 'Same cause again' }).check();
    await dialog.getByRole('radio', { name: 'Done, and it did not hold' }).check();
    await dialog.getByRole('button', { name: 'Link them' }).click();
    await expect.poll(() => onDisk(first).status).toBe('reopened');
    expect(onDisk(first).sections.actions.items.filter(({ result }) => result === 'came-back')).toHaveLength(1);

    await open(unlike);
    await seen(again).getByRole('button', { name: 'Link' }).click();
    await dialog.getByRole('radio', { name: 'Same symptom, different cause' }).check();
    await dialog.getByRole('button', { name: 'Link them' }).click();
    await expect(page.getByRole('region', { name: 'Linked COEs' })).toContainText(
      `Same symptom, different cause: ${title}`,
    );
    await expect
      .poll(() => onDisk(unlike).links)
      .toMatchObject([{ type: 'same-symptom', coeId: ids.get(again.label) ?? '' }]);
    // Another cause says nothing about a fix.
    expect(onDisk(again).sections.actions.items.every(({ result }) => result === null)).toBe(true);
  });
}
