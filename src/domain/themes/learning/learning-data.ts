import type { CheckResultId } from '../../coe/vocabulary.ts';
import type { SafeguardPurposeId, SafeguardStateId } from '../../guide/safeguards.ts';
import type { ActionStrengthId } from '../../guide/action-strengths.ts';
import type { CoeCount } from '../themes-data.ts';

/** What had become of the earlier fix when the same thing happened again. */
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

/** How often a condition came up before its fix was done, and since. */
export type ConditionRate = {
  condition: string;
  /** The first day on which a fix that prevents was done in a COE with this condition. */
  fixedOn: string;
  before: CoeCount & { years: number };
  after: CoeCount & { years: number };
};

/** What is known of a fix: a result of its last check, or none. */
export type HeldState = Exclude<CheckResultId, 'not-yet-tested'> | 'not-known';
export const HELD_STATES: readonly HeldState[] = ['held', 'partly', 'came-back', 'not-known'];

/** What the last three months were, beside the three before. */
export type RecentChange = {
  coes: { now: number; before: number };
  repeats: { now: number; before: number };
  /** Checks that were answered, and how many of them with "held". */
  checks: { answered: number; held: number };
  /** The condition that changed most, if one stands out. */
  condition: { condition: string; now: number; before: number } | null;
};

/** What tells whether one learns. Counts of actions, where they are of actions, have the COEs behind them. */
export type LearningData = {
  change: RecentChange;
  /** Repeats of COEs that are among those looked at, by the state of the earlier fix. */
  repeats: { chains: number; longest: number; rows: (CoeCount & { state: RepeatState })[] };
  rates: ConditionRate[];
  /** Conditions that have a fix, and too few COEs or too little time on one side of it. */
  ratesTooEarly: number;
  strengths: { strength: ActionStrengthId; results: Record<HeldState, CoeCount> }[];
  /** Done actions whose strength nobody said. */
  strengthUnknown: number;
  /** Actions open at the end of each period, those of them that were overdue apart. */
  backlog: { open: CoeCount[]; overdue: CoeCount[]; undated: number; daysToClose: number | null; closed: number };
  safeguards: { purpose: SafeguardPurposeId; states: Record<SafeguardStateId, CoeCount> }[];
  /** Safeguards that held, in the words of their COEs: the newest first. */
  held: { coe: number; text: string; purpose: SafeguardPurposeId | null }[];
};
