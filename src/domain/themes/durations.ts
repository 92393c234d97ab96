import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { KIND_IDS, type KindId } from '../coe/vocabulary.ts';
import { addToCount, emptyCount } from './coe-count.ts';
import { median } from './median.ts';
import { minutesBetween } from './minutes-between.ts';
import type { DurationMeasure, DurationSet } from './themes-data.ts';

const ENDS = { notice: 'noticed', mitigate: 'mitigated' } as const satisfies Record<DurationMeasure, string>;

/**
 * How long each COE took to notice and to mitigate, from when it began, kind by kind. Only a figure makes a dot: "less
 * than a day" is not zero, and a point before the beginning is a slip of the pen and no duration. `zone` is where days
 * were lived.
 */
export function measureDurations(summaries: readonly CoeSummary[], zone: string): DurationSet[] {
  const measures = Object.keys(ENDS) as DurationMeasure[];
  return measures.flatMap((measure) => {
    const sets = new Map(KIND_IDS.map((kind) => [kind, emptySet(measure, kind)]));
    summaries.forEach(({ kind, milestones }, coe) => {
      const set = sets.get(kind);
      if (set === undefined) return;
      const figure = minutesBetween(milestones.began, milestones[ENDS[measure]], zone);
      if (figure === null || figure.minutes === null) addToCount(set.unknown, coe);
      else if (figure.minutes < 0) addToCount(set.outOfOrder, coe);
      else set.dots.push({ coe, minutes: figure.minutes, exact: figure.exact });
    });
    return [...sets.values()]
      .filter((set) => set.dots.length + set.unknown.count + set.outOfOrder.count > 0)
      .map((set) => ({ ...set, medianMinutes: median(set.dots.map((dot) => dot.minutes)) }));
  });
}

const emptySet = (measure: DurationMeasure, kind: KindId): DurationSet => ({
  measure,
  kind,
  dots: [],
  medianMinutes: null,
  unknown: emptyCount(),
  outOfOrder: emptyCount(),
});
