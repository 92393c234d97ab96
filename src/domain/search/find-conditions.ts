import { type Condition, CONDITIONS } from '../guide/conditions.ts';
import { fold } from './fold.ts';

/** Words that say nothing about a condition. */
const FILLER = new Set(
  'i we he she they it you the a an to of in on at for and or but my our their his her was were is are be been had has have did didnt do not no so just very really too that this there with nobody wasnt werent couldnt'.split(
    ' ',
  ),
);

/**
 * The conditions that a person may mean by their own words, best first; all of them for an empty text. A word also
 * matches as it is being typed. Of several words, the conditions with the most of them are returned.
 */
export function findConditions(text: string): readonly Condition[] {
  const typed = wordsOf(text);
  const telling = typed.filter((word) => !FILLER.has(word));
  const wanted = telling.length > 0 ? telling : typed;
  if (wanted.length === 0) return CONDITIONS;
  const scored = CONDITIONS.map((condition) => {
    const scores = wanted.map((word) => scoreOf(condition, word));
    return {
      condition,
      found: scores.filter((score) => score > 0).length,
      score: scores.reduce((sum, score) => sum + score, 0),
    };
  });
  const most = Math.max(1, ...scored.map(({ found }) => found));
  return scored
    .filter(({ found }) => found === most)
    .toSorted((one, other) => other.score - one.score)
    .map(({ condition }) => condition);
}

/** How well a typed word fits: in the label best, then among the synonyms, then in the meaning and the examples. */
function scoreOf({ label, words, meaning, outageExample, personalExample }: Condition, typed: string): number {
  const inside = (texts: string): number => Math.max(0, ...wordsOf(texts).map((word) => likeness(word, typed)));
  return Math.max(
    8 * inside(label),
    4 * inside(words),
    2 * inside(meaning),
    inside(`${outageExample} ${personalExample}`),
  );
}

/**
 * 1 for a word that begins with the typed one, ½ for another form of it, such as "delegate" for "delegation"; else 0.
 */
function likeness(word: string, typed: string): number {
  if (word.startsWith(typed)) return 1;
  let shared = 0;
  while (shared < word.length && word[shared] === typed[shared]) shared++;
  return shared >= 5 && shared >= Math.max(word.length, typed.length) - 4 ? 0.5 : 0;
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(/['’-]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
