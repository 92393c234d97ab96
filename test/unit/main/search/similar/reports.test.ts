import path from 'node:path';

import { expect, test } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { enterReport } from '#test/support/enter-report.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { hasRealReports, OWN_REPORTS, REAL_REPORTS, reportsIn } from '#test/support/reports.ts';
import { testId } from '#test/support/test-ids.ts';

/**
 * Saves reports to a library. Returns a function that lists the reports strongly similar to one. A label is the first
 * characters of a report's file name.
 */
async function enterAll(reports: readonly string[], labelLength: number) {
  const { library } = await openTestLibrary();
  const labels = new Map<string, string>();
  const coes = new Map<string, Coe>();
  for (const [place, file] of reports.entries()) {
    const coe = enterReport(file, place + 1);
    const saved = await library.save(coe, 'none');
    if (!saved.ok) throw new Error(saved.error.kind);
    const label = path.basename(file).slice(0, labelLength);
    labels.set(testId(place + 1), label);
    coes.set(label, coe);
  }
  return async (label: string): Promise<(string | undefined)[]> => {
    const coe = coes.get(label);
    if (coe === undefined) throw new Error(`There is no ${label}`);
    return (await library.findSimilar(coe)).filter(({ isStrong }) => isStrong).map(({ id }) => labels.get(id));
  };
}

test('a repeated outage is matched with the earlier one', async () => {
  const reports = reportsIn(OWN_REPORTS).filter((file) => /^\d{4}-\d{2} /.test(path.basename(file)));
  expect(reports).toHaveLength(6);
  const shown = await enterAll(reports, '2023-04'.length);
  expect((await shown('2023-04')).toSorted()).toEqual(['2023-03', '2023-05']);
  expect((await shown('2023-05')).toSorted()).toEqual(['2023-03', '2023-04']);
  expect(await shown('2023-02')).toEqual([]);
});

/** Reports of one real team: three about the same mistake, and at least a dozen others from the same years. */
const ENTERED = /^PM20(19-\d+|20-\d+|21-00[1-9]) /;

if (hasRealReports()) {
  test('a real repeated outage is matched with the earlier one', async () => {
    const reports = reportsIn(path.join(REAL_REPORTS, 'dfds')).filter((file) => ENTERED.test(path.basename(file)));
    expect(reports.length).toBeGreaterThanOrEqual(15);
    const shown = await enterAll(reports, 'PM2021-006'.length);
    expect((await shown('PM2021-006')).toSorted()).toEqual(['PM2021-005', 'PM2021-007']);
    expect((await shown('PM2021-007')).slice(0, 2)).toContain('PM2021-006');
    expect((await shown('PM2021-003'))[0]).toBe('PM2021-002');
    expect(await shown('PM2021-004')).toEqual([]);
  });
}
