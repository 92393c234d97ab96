import { importedCoe, type ImportedCoe, type ImportOptions } from '../imported-report.ts';
import { type Moment, unknownMoment } from '../../time/moment.ts';
import { areNewestFirst } from '../../timeline/carry-day.ts';
import type { WhyRow } from './list-rows.ts';
import type { SectionContents } from './read-sections.ts';
import type { ReportFacts } from './report-facts.ts';
import type { TimelineRow } from './timeline-rows.ts';

/** Makes the COE of a report. `namedDay` is the day that its title, file or folder names; null if none does. */
export function reportCoe(
  title: string,
  namedDay: string | null,
  { times, author, severity, tags }: ReportFacts,
  contents: SectionContents,
  options: ImportOptions,
): ImportedCoe {
  const { date, ...milestones } = times;
  const { learned } = contents;
  const prose = contents.prose.text.bind(contents.prose);
  return importedCoe({
    kind: options.kind ?? 'outage',
    title,
    happened: date ?? milestones.began ?? (namedDay === null ? firstTime(contents.timeline) : dayMomentOf(namedDay)),
    summary: prose('summary'),
    severity,
    tags: [...tags],
    author,
    times: milestones,
    sections: {
      context: { prose: prose('context') },
      customerImpact: { prose: prose('customerImpact') },
      impact: { prose: prose('impact') },
      timeline: {
        prose: prose('timeline'),
        entries: contents.timeline.map((row, index) => ({ ...row, id: `entry-${index + 1}` })),
      },
      noticed: { prose: prose('noticed') },
      mitigated: { prose: prose('mitigated') },
      cause: { prose: prose('cause') },
      whys: { prose: prose('whys'), happened: withIds(contents.whys) },
      learned: {
        prose: prose('learned'),
        lessons: learned.lessons.map((rule, index) => ({ id: `lesson-${index + 1}`, rule })),
        wentWell: notes('well', learned.wentWell),
        wentBadly: notes('badly', learned.wentBadly),
        lucky: notes('lucky', learned.lucky),
      },
      actions: {
        prose: prose('actions'),
        items: contents.actions.map((item, index) => ({ ...item, id: `action-${index + 1}` })),
      },
    },
    unplaced: prose('unplaced'),
  });
}

/** The day of the first time of a timeline, which is the last where the newest is first; unknown when none has a day. */
function firstTime(rows: readonly TimelineRow[]): Moment {
  const timed = rows.flatMap(({ when }) =>
    when !== undefined && when.precision !== 'unknown' && (when.value ?? '').length >= 10 ? [when] : [],
  );
  const values = timed.map(({ value = '' }) => value);
  const isBackwards = areNewestFirst(values) || values.every((value, index) => value <= (values[index - 1] ?? value));
  const first = isBackwards ? timed.at(-1) : timed[0];
  return first === undefined
    ? unknownMoment()
    : { ...dayMomentOf((first.value ?? '').slice(0, 10)), approximate: first.approximate ?? false };
}

const dayMomentOf = (value: string): Moment => ({ precision: 'day', value, approximate: false });

const notes = (prefix: string, texts: readonly string[]): { id: string; text: string }[] =>
  texts.map((text, index) => ({ id: `${prefix}-${index + 1}`, text }));

type WhyWithId = { id: string; text: string; evidence: string; control: null; mark: null; whys: WhyWithId[] };

function withIds(whys: readonly WhyRow[]): WhyWithId[] {
  let number = 0;
  const named = (nodes: readonly WhyRow[]): WhyWithId[] =>
    nodes.map((node) => {
      number += 1;
      return { id: `why-${number}`, text: node.text, evidence: '', control: null, mark: null, whys: named(node.whys) };
    });
  return named(whys);
}
