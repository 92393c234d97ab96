import type { CheckResultId } from '../../coe/vocabulary.ts';
import type { SafeguardPurposeId, SafeguardStateId } from '../../guide/safeguards.ts';
import type { ActionStrengthId } from '../../guide/action-strengths.ts';
import type { CoeCount } from '../themes-data.ts';

/** What had become of the earlier fix when a repeat happened. */
export const REPEAT_STATES = [
  'did-not-hold',
  'weak',
  'not-done',
  'too-late',
  'declined',
  'other-cause',
  'not-said',
  'none-named',
] as const;
export type RepeatState = (typeof REPEAT_STATES)[number];

/** How often a condition occurred before and after its fix; `years` is the observed time. */
export type ConditionRate = {
  condition: string;
  /** The first day on which a preventing action was done in a COE with this condition. */
  fixedOn: string;
  before: CoeCount & { years: number };
  after: CoeCount & { years: number };
};

/** The result of the last check of an action, or not known. */
export type HeldState = Exclude<CheckResultId, 'not-yet-tested'> | 'not-known';
/** The results in the order of the chart. */
export const HELD_STATES: readonly HeldState[] = ['held', 'partly', 'came-back', 'not-known'];

/** The last three months compared with the three before. */
export type RecentChange = {
  coes: { now: number; before: number };
  repeats: { now: number; before: number };
  /** Checks answered in the last three months, and how many of them held. */
  checks: { answered: number; held: number };
  /** The condition that changed most; null when none stands out. */
  condition: { condition: string; now: number; before: number } | null;
};

/** What shows whether a person learns. Counts of actions list the COEs of these actions. */
export type LearningData = {
  change: RecentChange;
  /** Repeats by the state of the earlier fix, among the COEs shown; `longest` is the length of the longest chain. */
  repeats: { chains: number; longest: number; rows: (CoeCount & { state: RepeatState })[] };
  rates: ConditionRate[];
  /** The number of conditions with a fix but too few COEs, or too little time before or after it. */
  ratesTooEarly: number;
  strengths: { strength: ActionStrengthId; results: Record<HeldState, CoeCount> }[];
  /** The number of done actions without a strength. */
  strengthUnknown: number;
  /**
   * Per period, actions open and not overdue, and actions overdue. `daysToClose` is a median, null without closed
   * actions.
   */
  backlog: { open: CoeCount[]; overdue: CoeCount[]; undated: number; daysToClose: number | null; closed: number };
  safeguards: { purpose: SafeguardPurposeId; states: Record<SafeguardStateId, CoeCount> }[];
  /** Safeguards that held, in the order of the COEs; `coe` is an index into `ThemesData.coes`. */
  held: { coe: number; text: string; purpose: SafeguardPurposeId | null }[];
};
