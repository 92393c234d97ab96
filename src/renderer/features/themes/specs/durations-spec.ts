import type { KindId } from '#domain/coe/vocabulary.ts';
import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import { upperFirst, quantity, formatNumber } from '#domain/text/format.ts';
import type { DurationMeasure, DurationSet, ThemesData } from '#domain/themes/themes-data.ts';

import { durationWords } from '../words/duration-words.ts';
import { KINDS_IN_SENTENCE } from '../words/kind-words.ts';
import { bundleDots } from './bundle-dots.ts';
import { type ChartSpec, FEWEST_FOR_A_CHART, type Mark, notesOf } from './chart-spec.ts';

/** A dot of the chart of durations: one COE, or a bundle of them. */
export type DotMark = Mark & {
  row: number;
  minutes: number;
  /** Steps above (negative) or below the middle of the row. */
  lift: number;
};
type DurationRow = { kind: KindId; name: string; n: number; median: number | null; unknown: number };
/** The chart of durations: a row for each kind. */
export type DurationsSpec = ChartSpec<DotMark> & { rows: DurationRow[] };

const WORDS = {
  notice: { title: 'Time to notice', done: 'noticed', from: 'from when it began to when it was noticed' },
  mitigate: { title: 'Time to mitigate', done: 'mitigated', from: 'from when it began to when the harm stopped' },
} as const;

/** How long it took: a dot for each COE, or for several when there are many, in one row per kind. */
export function durationsSpec(data: ThemesData, measure: DurationMeasure): DurationsSpec {
  const sets = data.durations.filter((set) => set.measure === measure);
  const drawn = sets.filter((set) => set.dots.length > 0);
  const { title, from } = WORDS[measure];
  const known = drawn.reduce((sum, set) => sum + set.dots.length, 0);
  const unknown = sets.reduce((sum, set) => sum + set.unknown.count, 0);
  const outOfOrder = sets.reduce((sum, set) => sum + set.outOfOrder.count, 0);
  return {
    id: `time-to-${measure}`,
    title,
    sentence: sentenceOf(drawn, measure),
    notes: notesOf(
      `Measured ${from}, n = ${formatNumber(known)}.`,
      unknown > 0 && `Unknown or too imprecise in ${quantity(unknown, 'COE')}.`,
      outOfOrder > 0 && `In ${quantity(outOfOrder, 'COE')} the end is earlier than the start.`,
    ),
    known,
    marks: drawn.flatMap((set, row) => bundleDots(set, row, data)),
    rows: drawn.map((set) => ({
      kind: set.kind,
      name: COE_KIND_LABELS[set.kind],
      n: set.dots.length,
      median: set.dots.length < FEWEST_FOR_A_CHART ? null : set.medianMinutes,
      unknown: set.unknown.count,
    })),
    hasTable: sets.some((set) => set.dots.length + set.unknown.coes.length > 0),
    table: () => ({
      columns: ['COE', 'Kind', title, 'Minutes'],
      rows: sets.flatMap((set) => [
        ...set.dots
          .toSorted((first, second) => first.minutes - second.minutes)
          .map((dot) => [
            data.coes.at(dot.coe)?.title ?? '',
            COE_KIND_LABELS[set.kind],
            `${dot.exact ? '' : 'about '}${durationWords(dot.minutes)}`,
            Math.round(dot.minutes),
          ]),
        ...set.unknown.coes.map((coe) => [data.coes.at(coe)?.title ?? '', COE_KIND_LABELS[set.kind], 'not known', '']),
      ]),
    }),
  };
}

function sentenceOf(drawn: readonly DurationSet[], measure: DurationMeasure): string {
  const { done } = WORDS[measure];
  if (drawn.length === 0) return `No COE says yet both when it began and when it was ${done}.`;
  const said = drawn.flatMap((set) =>
    set.medianMinutes === null || set.dots.length < FEWEST_FOR_A_CHART
      ? []
      : [
          `half of ${formatNumber(set.dots.length)} ${KINDS_IN_SENTENCE[set.kind]} were ${done} within ${within(set.medianMinutes)}`,
        ],
  );
  if (said.length === 0) return 'No kind has five COEs with both times yet, so no median is shown.';
  return `${upperFirst(said.join('; '))}.`;
}

const within = (minutes: number): string => (minutes === 0 ? 'the same minute' : durationWords(minutes));
