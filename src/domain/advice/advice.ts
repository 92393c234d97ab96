import type { SectionId } from '../coe/vocabulary.ts';

/** What the checks look for. The ids stand in people's files and settings, so none is ever renamed. */
export const ADVICE_RULE_IDS = [
  'rests-on-a-person',
  'few-whys',
  'unnoticed-not-asked',
  'restates-trigger',
  'impact-without-number',
  'impact-without-person',
  'no-beginning',
  'silent-stretch',
  'impossible-order',
  'weak-action',
  'no-owner',
  'no-due-date',
  'no-done-when',
  'only-weak-actions',
  'nothing-notices-sooner',
  'blame-wording',
  'hindsight-wording',
  'harsh-on-oneself',
] as const;
export type AdviceRuleId = (typeof ADVICE_RULE_IDS)[number];

/** One thing that a check saw. It is advice and never stops anyone. */
export type Advice = {
  /** The same for the same thing, so that it can be dismissed in its COE. */
  readonly key: string;
  readonly rule: AdviceRuleId;
  readonly section: SectionId;
  /** The row it is about; null where it is about the section. */
  readonly rowId: string | null;
  /** What was seen, with a few words of the text at most. */
  readonly finding: string;
};

/** A piece of advice, with its key made from the rule and what it is about. */
export const createAdvice = (
  rule: AdviceRuleId,
  section: SectionId,
  finding: string,
  about: { readonly rowId?: string; readonly words?: string } = {},
): Advice => ({
  key: [rule, about.rowId ?? section, about.words?.toLowerCase()].filter((part) => part !== undefined).join('/'),
  rule,
  section,
  rowId: about.rowId ?? null,
  finding,
});
