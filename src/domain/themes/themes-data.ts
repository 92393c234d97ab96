import type { LearningData } from './learning/learning-data.ts';
import type { ControlId, KindId, SignalId, TriggerId } from '../coe/vocabulary.ts';

/** What a list of COEs shows of each. `happened` is a calendar value (day, month or year), or empty. */
export type ThemesCoe = { id: string; title: string; kind: KindId; happened: string };

/** The COEs by their index. The page makes each only when a list shows it. */
export type ThemesCoes = { readonly length: number; readonly at: (index: number) => ThemesCoe | undefined };

/**
 * A count and the COEs behind it, as distinct indexes into `ThemesData.coes`, which keeps the message to the page
 * small.
 */
export type CoeCount = { count: number; coes: number[] };

/** The length of the periods, chosen so that there are at most sixteen. */
export type PeriodUnit = 'month' | 'quarter' | 'half-year' | 'year' | 'years';

/** A period of the calendar. `start` is its first day; `label` is for the axis. */
export type Period = { start: string; label: string };

/** The COEs with one condition. */
export type ConditionCount = CoeCount & {
  condition: string;
  /** The calendar value (day, month or year) of its latest COE; null when none is dated. */
  lastSeen: string | null;
  byKind: Record<KindId, number>;
};

/** Counts per period, in the order of the periods. */
export type Series<Id extends string = string> = { id: Id; perPeriod: CoeCount[] };

/** The duration of one COE. `coe` is an index into `ThemesData.coes`. */
export type DurationDot = { coe: number; minutes: number; exact: boolean };

/** The durations of one kind. Kinds are never pooled: minutes and years have no meaningful median. */
export type DurationSet = {
  measure: DurationMeasure;
  kind: KindId;
  dots: DurationDot[];
  /** The median of the dots in minutes; null without dots. There is no mean, because durations are skewed. */
  medianMinutes: number | null;
  /** COEs whose duration is unknown, or known only to be less than a day, month or year. */
  unknown: CoeCount;
  /** COEs whose later milestone is before the earlier one. */
  outOfOrder: CoeCount;
};
/** Time to notice and time to mitigate, both from the beginning. */
export type DurationMeasure = 'notice' | 'mitigate';

/** COEs with both conditions; `first` sorts before `second`. */
export type ConditionPair = CoeCount & { first: string; second: string };

/** Everything the Themes screen shows. `n` is the number of COEs it is computed from. */
export type ThemesData = {
  n: number;
  coes: ThemesCoes;
  periodUnit: PeriodUnit;
  periods: Period[];
  /** COEs in no period: without a date, or with one too imprecise for the periods. */
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
  /** Here `count` is the number of conditions, since one COE may have several. */
  control: (CoeCount & { control: ControlId })[];
  controlUnknown: CoeCount;
  learning: LearningData;
};

/** What main counts: it has every COE at hand. */
export type CountedThemes = Omit<ThemesData, 'coes'> & { coes: ThemesCoe[] };
