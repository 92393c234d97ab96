import { readFileSync } from 'node:fs';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';

import { someCoe } from './some-coe.ts';

/** A report as somebody would enter it who only copies its text: nothing is chosen, all is prose, rows and actions. */
export function enterReport(file: string, number: number, header: Partial<Coe> = {}): Coe {
  const report = readFileSync(file, 'utf8');
  const base = someCoe({ title: (/^# (.*)$/m.exec(report)?.[1] ?? '').trim(), ...header }, number);
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

/** The text under one of a report's headings, as it stands. */
const under = (report: string, heading: string): string =>
  (report.split(new RegExp(`^## ${heading}\\s*$`, 'm'))[1] ?? '').split(/^## /m)[0]?.trim() ?? '';

const bullets = (text: string): string[] => [...text.matchAll(/^[-*] (.*)$/gm)].map(([, line = '']) => line);
