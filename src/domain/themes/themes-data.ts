import type { LearningData } from './learning/learning-data.ts';
import type { ControlId, KindId, SignalId, TriggerId } from '../coe/vocabulary.ts';

/** What a list of COEs behind a mark shows of each. `happened` is a calendar value (day, month or year), or empty. */
export type ThemesCoe = { id: string; title: string; kind: KindId; happened: string };

/**
 * A count that can be opened: `coes` are places in `ThemesData.coes`, each once, so that ten thousand COEs cross
 * cheaply.
 */
export type CoeCount = { count: number; coes: number[] };

/** The length of the periods, chosen by the span of the data so that there are rarely more than sixteen. */
export type PeriodUnit = 'month' | 'quarter' | 'half-year' | 'year' | 'years';

/** A stretch of the calendar; `start` is its first day and `label` what the axis says. */
export type Period = { start: string; label: string };

export type ConditionCount = CoeCount & {
  condition: string;
  /** The calendar value (day, month or year) of the newest COE it stands in, or null when none is dated. */
  lastSeen: string | null;
  byKind: Record<KindId, number>;
};

/** A row of counts over the periods, in their order. */
export type Series<Id extends string = string> = { id: Id; perPeriod: CoeCount[] };

/** One dot: a duration of one COE. `coe` is its place in `ThemesData.coes`. */
export type DurationDot = { coe: number; minutes: number; exact: boolean };

/** The durations of one kind. Kinds are never pooled: minutes and years have no common middle. */
export type DurationSet = {
  measure: DurationMeasure;
  kind: KindId;
  dots: DurationDot[];
  /** Median of the dots in minutes; null without any. There is no mean: durations are skewed. */
  medianMinutes: number | null;
  /** COEs whose duration is not known, or known only to be less than a day, a month or a year. */
  unknown: CoeCount;
  /** COEs in which the later point stands before the earlier one. */
  outOfOrder: CoeCount;
};
export type DurationMeasure = 'notice' | 'mitigate';

export type ConditionPair = CoeCount & { first: string; second: string };

/** Everything the Themes screen draws, computed from summaries. `n` is the number of COEs behind it all. */
export type ThemesData = {
  n: number;
  coes: ThemesCoe[];
  periodUnit: PeriodUnit;
  periods: Period[];
  /** COEs that stand in none of the periods: no date, or one too coarse for them. */
  unplaced: CoeCount;
  withConditions: CoeCount;
  conditions: ConditionCount[];
  conditionsOverTime: Series[];
  triggers: (CoeCount & { trigger: TriggerId })[];
  triggersUnknown: CoeCount;
  signalsOverTime: Series<SignalId>[];
  signals: (CoeCount & { signal: SignalId })[];
  signalUnknown: CoeCount;
  durations: DurationSet[];
  pairs: ConditionPair[];
  /** Here `count` is of conditions, since one COE may hold several. */
  control: (CoeCount & { control: ControlId })[];
  controlUnknown: CoeCount;
  learning: LearningData;
};
