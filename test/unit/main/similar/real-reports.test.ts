import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { openTestLibrary } from '../../../support/open-test-library.ts';

/** Reports that a real team published. They are read from where they lie and never copied into the project. */
const REPORTS = path.resolve('../shared/corpus/dfds');

/** The three that are one mistake, and a dozen and more others of the same team in the same years. */
const ENTERED = /^PM20(19-\d+|20-\d+|21-00[1-9]) /;

/** The text under one of a report's headings, as it stands. */
const under = (report: string, heading: string): string =>
  (report.split(new RegExp(`^## ${heading}\\s*$`, 'm'))[1] ?? '').split(/^## /m)[0]?.trim() ?? '';

const bullets = (text: string): string[] => [...text.matchAll(/^[-*] (.*)$/gm)].map(([, line = '']) => line);

/** The report as somebody would enter it who only copies its text: nothing is chosen, all is prose, rows and actions. */
function entered(report: string, number: number): Coe {
  const base = someCoe({ title: (/^# (.*)$/m.exec(report)?.[1] ?? '').trim() }, number);
  const { context, timeline, cause, learned, actions } = base.sections;
  const rows = [...under(report, 'Timeline').matchAll(/^\|\s*(\d[^|]*)\|\s*(.*?)\s*\|$/gm)];
  return coeSchema.parse({
    ...base,
    sections: {
      ...base.sections,
      context: { ...context, prose: under(report, 'Summary') },
      timeline: { ...timeline, entries: rows.map(([, , what = ''], place) => ({ id: `t${place}`, what })) },
      cause: { ...cause, prose: under(report, 'Contributing Factors') },
      learned: { ...learned, prose: under(report, 'Lessons Learned') },
      actions: {
        ...actions,
        items: bullets(under(report, 'Action Items')).map((text, place) => ({ id: `a${place}`, text })),
      },
    },
  });
}

test.skipIf(!existsSync(REPORTS))(
  'of real reports, the one that came back is shown the time it happened before',
  async () => {
    const names = readdirSync(REPORTS).filter((name) => ENTERED.test(name));
    expect(names.length).toBeGreaterThanOrEqual(15);
    const { library } = await openTestLibrary();
    const ids = new Map<string, string>();
    const coes = new Map<string, Coe>();
    for (const [place, name] of names.entries()) {
      const coe = entered(readFileSync(path.join(REPORTS, name), 'utf8'), place + 1);
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
