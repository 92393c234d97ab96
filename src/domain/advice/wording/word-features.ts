import { stemOf } from '../../similar/stem.ts';
import { isCommonEnglish } from './is-english.ts';

/** Stands before the first word of a sentence, so that what a sentence begins with is a pair, too. */
const START = '^';
/** Stands for any name, which says nothing about its sentence. */
const NAME = '@';
/** Stands for anything with a digit. */
const NUMBER = '#';
/** Stands for a person called by a role, who might as well have been named. */
const ROLE = '@role';
/** Says that a phrase of the rule is in the sentence. */
const PHRASE = '"';

const ROLES: ReadonlySet<string> = new Set(
  `mum mom dad mother father husband wife son daughter brother sister partner gran grandma uncle aunt boss manager
   colleague neighbour neighbor teacher nurse`.split(/\s+/),
);
const SAME_FOR_ALL: ReadonlyMap<string, string> = new Map([
  ['she', 'he'],
  ['her', 'his'],
  ['him', 'his'],
  ['hers', 'his'],
  ['herself', 'himself'],
]);

type Reading = {
  /** The stems that are words even where a capital could make them a name: at the beginning of a sentence. */
  readonly vocabulary: { readonly has: (stem: string) => boolean };
  /** Whether a phrase of the rule is in the sentence. */
  readonly hasPhrase: boolean;
};

/**
 * What a sentence is made of: the stems of its words, `?` and `!`, and the pairs of adjacent ones, separated by a space.
 * Each occurs once. Names, numbers, roles and the gender of pronouns are replaced, so they cannot decide.
 */
export function wordFeatures(sentence: string, { vocabulary, hasPhrase }: Reading): ReadonlySet<string> {
  const words = tokensOf(sentence).map((token, index) => {
    if (/\p{N}/u.test(token)) return NUMBER;
    if (isName(token, index === 0, vocabulary)) return token.endsWith("'s") ? `${NAME}'s` : NAME;
    const word = token.toLowerCase();
    return ROLES.has(word) ? ROLE : stemOf(SAME_FOR_ALL.get(word) ?? word);
  });
  const pairs = words.map((word, index) => `${words[index - 1] ?? START} ${word}`);
  return new Set([...words, ...pairs, ...(hasPhrase ? [PHRASE] : [])]);
}

/** The stems of the words of texts that are written in small letters more often than not, where a name would not be. */
export function vocabularyOf(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const token of tokensOf(text).slice(1)) {
      const stem = stemOf(token.toLowerCase());
      counts.set(stem, (counts.get(stem) ?? 0) + (token === token.toLowerCase() ? 1 : -1));
    }
  return new Set([...counts].filter(([, count]) => count > 0).map(([stem]) => stem));
}

const tokensOf = (sentence: string): string[] => sentence.replaceAll('’', "'").match(/[\p{L}\p{N}_']+|[?!]/gu) ?? [];

function isName(token: string, isFirst: boolean, vocabulary: Reading['vocabulary']): boolean {
  if (!/^\p{Lu}/u.test(token) || /^I(?:'|$)/.test(token)) return false;
  const isShouted = token.length > 1 && token === token.toUpperCase();
  if (!isFirst && !isShouted) return true;
  const word = token.toLowerCase();
  return !isCommonEnglish(word.replace(/'.*$/, '')) && !ROLES.has(word) && !vocabulary.has(stemOf(word));
}
