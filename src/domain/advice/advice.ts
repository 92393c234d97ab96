import { checksum } from '../text/checksum.ts';
import type { DepthId, SectionId } from '../coe/vocabulary.ts';

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

/** A place that advice can lead to besides a section or a row: a field of an action, a tree of whys, the header. */
export type AdvicePlace = 'title' | 'summary' | 'details' | 'owner' | 'due' | 'doneWhen' | 'unnoticed';

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
  /** The words it is about, as they are in the text; null when it is not about words. */
  readonly words: string | null;
  /** The field it is about; null when it is about the row, the words or the section. */
  readonly place: AdvicePlace | null;
  /** The depth that shows the field it is about; null when the COE shows it already. */
  readonly depth: DepthId | null;
};

type AdviceDetails = Partial<Pick<Advice, 'place' | 'depth'>> & {
  readonly rowId?: string;
  /** Become part of the key. */
  readonly words?: string;
  /** Words that are not part of the key. */
  readonly phrase?: string | null;
  /** A whole sentence: the key, which a COE keeps when advice is dismissed, has only its checksum. */
  readonly sentence?: string;
};

/**
 * Builds a piece of advice. Its key is made of the rule, the row or else the section, and `words` in lower case or the
 * checksum of `sentence`.
 */
export const createAdvice = (
  rule: AdviceRuleId,
  section: SectionId,
  finding: string,
  about: AdviceDetails = {},
): Advice => ({
  key: [
    rule,
    about.rowId ?? section,
    about.sentence === undefined ? about.words?.toLowerCase() : checksum(about.sentence.toLowerCase()),
  ]
    .filter((part) => part !== undefined)
    .join('/'),
  rule,
  section,
  rowId: about.rowId ?? null,
  finding,
  words: about.words ?? about.sentence ?? about.phrase ?? null,
  place: about.place ?? null,
  depth: about.depth ?? null,
});
