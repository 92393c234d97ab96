import { isEnglish } from './is-english.ts';
import { ACTORS, GIVEN_NAMES } from './lexicon.ts';

/** The rules that judge a sentence by its meaning, too, and not by its words alone. */
export const JUDGED_RULES = ['blame-wording', 'hindsight-wording', 'harsh-on-oneself'] as const;
export type JudgedRule = (typeof JUDGED_RULES)[number];

/**
 * Whether a rule judges the sentences of a COE by their meaning. In reports of outages only hindsight is found well
 * enough; what fails there looks like blame.
 */
export const mayBeMeant = (rule: JudgedRule, isPersonal: boolean): boolean =>
  isPersonal || rule === 'hindsight-wording';

const ONESELF = /\b(?:i|me|my|mine|myself)\b/i;
const OWNERS = /^(?:his|her|their|our|your|whose)$/;

/**
 * Whether a rule may be about a sentence at all. It reads as English, which alone the sentence encoder knows; hard words
 * about oneself name oneself, and blame names a person. What looks alike by its meaning, in reports about machines above
 * all, names neither.
 */
export function mayBeAbout(rule: JudgedRule, sentence: string): boolean {
  if (!isEnglish(sentence)) return false;
  switch (rule) {
    case 'harsh-on-oneself':
      return ONESELF.test(sentence);
    case 'blame-wording':
      return namesPerson(sentence);
    case 'hindsight-wording':
      return true;
  }
}

const namesPerson = (sentence: string): boolean =>
  (sentence.toLowerCase().match(/\p{L}+/gu) ?? []).some(
    (word) => ACTORS.has(word) || OWNERS.test(word) || GIVEN_NAMES.has(word),
  );
