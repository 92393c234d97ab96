import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { KIND_IDS, type KindId } from '../coe/vocabulary.ts';
import { type Steps, visitEach } from '../steps.ts';
import { addToCount, emptyCount } from './coe-count.ts';
import { median } from './median.ts';
import { minutesBetween } from './minutes-between.ts';
import type { DurationMeasure, DurationSet } from './themes-data.ts';

const ENDS = { notice: 'noticed', mitigate: 'mitigated' } as const satisfies Record<DurationMeasure, string>;

/**
 * The time to notice and to mitigate of each COE, by kind. Only a known number of minutes is a dot: "less than a day"
 * counts as unknown, and a milestone before the beginning as out of order. `zone` applies to moments without one.
 */
export function* measureDurations(summaries: readonly CoeSummary[], zone: string): Steps<DurationSet[]> {
  const measured: DurationSet[] = [];
  for (const measure of Object.keys(ENDS) as DurationMeasure[]) {
    const sets = new Map(KIND_IDS.map((kind) => [kind, emptySet(measure, kind)]));
    yield* visitEach(summaries, ({ kind, milestones }, coe) => {
      const set = sets.get(kind);
      if (set === undefined) return;
      const figure = minutesBetween(milestones.began, milestones[ENDS[measure]], zone);
      if (figure === null || figure.minutes === null) addToCount(set.unknown, coe);
      else if (figure.minutes < 0) addToCount(set.outOfOrder, coe);
      else set.dots.push({ coe, minutes: figure.minutes, exact: figure.exact });
    });
    for (const set of sets.values()) {
      if (set.dots.length + set.unknown.count + set.outOfOrder.count === 0) continue;
      measured.push({ ...set, medianMinutes: median(set.dots.map((dot) => dot.minutes)) });
      yield;
    }
  }
  return measured;
}

const emptySet = (measure: DurationMeasure, kind: KindId): DurationSet => ({
  measure,
  kind,
  dots: [],
  medianMinutes: null,
  unknown: emptyCount(),
  outOfOrder: emptyCount(),
});
