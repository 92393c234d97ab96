import type { ControlId, KindId, SignalId, TriggerId } from '../coe/vocabulary.ts';

/** A count that can be opened: the COEs behind a mark are always at hand. */
export type Counted = { count: number; coeIds: string[] };

/** A quarter, half-year or year, chosen by the span of the data; `label` is what the axis says. */
export type Period = { start: string; label: string };

export type ConditionCount = Counted & {
  condition: string;
  /** The calendar value (day, month or year) of the newest COE it stands in, or null when none is dated. */
  lastSeen: string | null;
  byKind: Record<KindId, number>;
};

/** A row of counts over the periods, in their order. */
export type Series<Id extends string = string> = { id: Id; perPeriod: Counted[] };

/** One dot: a duration of one COE. */
export type DurationDot = { coeId: string; kind: KindId; minutes: number; exact: boolean; happened: string };

export type DurationSet = {
  measure: 'notice' | 'mitigate';
  kind: KindId;
  dots: DurationDot[];
  /** Median of the dots in minutes; null without any. */
  medianMinutes: number | null;
  /** COEs of this kind whose duration is not known, is less than can be told, or comes out negative. */
  unknown: number;
  outOfOrder: number;
};

export type ConditionPair = Counted & { first: string; second: string };

/** Everything the Themes screen draws, computed from summaries. `n` is the number of COEs behind it all. */
export type ThemesData = {
  n: number;
  undated: number;
  withConditions: number;
  conditions: ConditionCount[];
  periods: Period[];
  conditionsOverTime: Series[];
  triggers: (Counted & { trigger: TriggerId })[];
  triggersUnknown: Counted;
  signalsOverTime: Series<SignalId>[];
  signalUnknown: Counted;
  durations: DurationSet[];
  pairs: ConditionPair[];
  control: (Counted & { control: ControlId })[];
  controlUnknown: Counted;
};
