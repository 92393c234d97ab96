import { existsSync, readdirSync } from 'node:fs';

import { expect, test } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { enterReport, REPORTS } from '#test/support/enter-report.ts';
import { testId } from '#test/support/test-ids.ts';

import { openTestLibrary } from '../../../../support/open-test-library.ts';

/** The three that are one mistake, and a dozen and more others of the same team in the same years. */
const ENTERED = /^PM20(19-\d+|20-\d+|21-00[1-9]) /;

test.skipIf(!existsSync(REPORTS))(
  'of real reports, the one that came back is shown the time it happened before',
  async () => {
    const names = readdirSync(REPORTS).filter((name) => ENTERED.test(name));
    expect(names.length).toBeGreaterThanOrEqual(15);
    const { library } = await openTestLibrary();
    const ids = new Map<string, string>();
    const coes = new Map<string, Coe>();
    for (const [place, name] of names.entries()) {
      const coe = enterReport(name, place + 1);
      const saved = await library.save(coe, 'none');
      if (!saved.ok) throw new Error(saved.error.kind);
      const label = name.slice(0, 'PM2021-006'.length);
      ids.set(testId(place + 1), label);
      coes.set(label, coe);
    }
    const shown = async (label: string): Promise<(string | undefined)[]> => {
      const coe = coes.get(label);
      if (coe === undefined) throw new Error(`There is no ${label}`);
      return (await library.findSimilar(coe)).filter(({ isStrong }) => isStrong).map(({ id }) => ids.get(id));
    };
    expect((await shown('PM2021-006')).toSorted()).toEqual(['PM2021-005', 'PM2021-007']);
    expect((await shown('PM2021-007')).slice(0, 2)).toContain('PM2021-006');
    expect((await shown('PM2021-003'))[0]).toBe('PM2021-002');
    expect(await shown('PM2021-004')).toEqual([]);
  },
);
