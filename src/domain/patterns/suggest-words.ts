import { peopleNamedIn } from '../advice/people-named.ts';
import { condemns } from '../advice/wording/condemns.ts';
import type { Coe } from '../coe/coe.ts';
import type { Why } from '../coe/sections/whys.ts';
import { plainText } from '../text/plain-text.ts';
import { MAX_PATTERN_WORDS } from './pattern.ts';

const MAX_SUGGESTIONS = 4;
/** A sentence that is longer tells a story rather than a trap. */
const LONGEST = 160;

/**
 * Sentences to name a pattern by, out of what was just written: lessons, then the last why of each branch, then the
 * first sentence of the cause and of the whys. The person changes them as they like. A sentence that condemns somebody is
 * none of them: a trap is what one walked into, "I forgot to ask", and not who is to blame.
 */
export function suggestPatternWords(coe: Coe): string[] {
  const { learned, whys, cause } = coe.sections;
  const names = peopleNamedIn(coe);
  const sentences = [
    ...learned.lessons.map(({ rule }) => rule),
    ...lastWhys(whys.happened),
    ...[cause.prose, whys.prose].map(firstSentence),
  ]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text.length > 3 && text.length <= Math.min(LONGEST, MAX_PATTERN_WORDS));
  return [...new Set(sentences)].filter((sentence) => !condemns(sentence, names)).slice(0, MAX_SUGGESTIONS);
}

const firstSentence = (prose: string): string => plainText(prose).split(/(?<=[.!?…])\s+|\n+/)[0] ?? '';

const lastWhys = (whys: readonly Why[]): string[] =>
  whys.flatMap(({ text, whys: deeper }) => (deeper.length === 0 ? [text] : lastWhys(deeper)));

/** Whether a COE says enough about why it happened to ask whether it was a known trap. */
export function saysWhy(coe: Coe): boolean {
  const { learned, whys, cause } = coe.sections;
  const texts = [
    cause.prose,
    whys.prose,
    ...whys.happened.map(({ text }) => text),
    ...learned.lessons.map(({ rule }) => rule),
  ];
  return texts.reduce((length, text) => length + text.trim().length, 0) >= ENOUGH;
}

/** Characters: half a sentence. */
const ENOUGH = 24;
