import type { SectionId } from '../coe/vocabulary.ts';

/** What the checks look for. The ids are stored in COE files and settings, so never renamed. */
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

/** One finding of a check. It only advises and blocks nothing. */
export type Advice = {
  /** Stable for the same finding, so that a COE can remember that it was dismissed. */
  readonly key: string;
  readonly rule: AdviceRuleId;
  readonly section: SectionId;
  /** The id of the row it is about; null when it is about the whole section. */
  readonly rowId: string | null;
  /** What the check found, quoting a few words at most. */
  readonly finding: string;
};

/** Builds a piece of advice. Its key is made of the rule, the row or else the section, and `words` in lower case. */
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
