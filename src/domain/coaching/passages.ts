import { diffIndices } from 'node-diff3';

import { fold } from '../search/fold.ts';
import type { Quote } from './event.ts';

/** A part of a text, in UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

/**
 * Where a quoted passage is now: at its position in an unchanged text, carried there by what changed, or found once
 * elsewhere. One that is not placed has an offer, the most similar passage if there is one; only a person takes it.
 */
export type Passage =
  | ({ readonly is: 'unchanged' | 'carried' | 'moved' } & Span)
  | { readonly is: 'not-placed'; readonly offer: Span | null };

/** Characters kept before and after a quoted passage. */
const CONTEXT = 32;
/** The part of the words of a passage that must still be there. */
const SURVIVING = 0.5;
/** A carried passage may have this many times as many words as it had, but not that many. */
const LONGEST = 3;
/** How many words that stayed outweigh a word that was written between them. */
const COST_OF_GAP = 0.3;
/** Shorter passages occur by chance, so they are not looked for elsewhere. */
const WORDS_TO_FIND = 4;
/** The part of its words that a similar passage has at least. */
const SIMILAR = 0.5;
/** Comparing takes time quadratic in the length; longer parts that differ are not compared. */
const MAX_WORDS = 6_000;

/** Quotes a part of a text as the copy `seq` has it. White space around the part is not quoted. */
export function quotePassage(text: string, seq: number, { start, end }: Span): Quote | null {
  const picked = text.slice(start, end);
  const exact = picked.trim();
  if (exact === '') return null;
  const from = start + picked.indexOf(exact);
  const to = from + exact.length;
  return {
    seq,
    exact,
    prefix: text.slice(Math.max(0, from - CONTEXT), from),
    suffix: text.slice(to, to + CONTEXT),
    start: from,
    end: to,
  };
}

/**
 * Finds a quoted passage in the text of now. `sent` is the text that was quoted; null when it is not known any more, in
 * which case only an exact occurrence that is the only one counts.
 */
export function placePassage(quote: Quote, sent: string | null, now: string): Passage {
  const at = sent === null ? null : positionIn(quote, sent);
  if (sent !== null && at !== null && sent === now) return { is: 'unchanged', ...at };
  const words = wordsOf(quote.exact);
  const nowWords = wordsOf(now);
  const carried = sent === null || at === null ? null : carrySpan(sent, now, at);
  const isWhole = carried !== null && isSameWords(words, wordsOf(now.slice(carried.start, carried.end)));
  if (carried !== null && isWhole) return { is: 'carried', ...carried };
  // A passage that occurred twice may be gone while its double stays.
  const isOnlyOne = sent === null || occurrences(words, wordsOf(sent)).length === 1;
  const found = words.length >= WORDS_TO_FIND && isOnlyOne ? occurrences(words, nowWords) : [];
  const [only] = found;
  if (found.length === 1 && only !== undefined) return { is: 'moved', ...only };
  if (carried !== null) return { is: 'carried', ...carried };
  return { is: 'not-placed', offer: mostSimilar(words, nowWords) };
}

const isSameWords = (some: readonly Word[], others: readonly Word[]): boolean =>
  some.length === others.length && some.every(({ text }, place) => others[place]?.text === text);

/** The position of a quote in the text that it was taken from; null if it is not from there. */
function positionIn({ exact, prefix, start, end }: Quote, sent: string): Span | null {
  if (sent.slice(start, end) === exact) return { start, end };
  const found = sent.indexOf(prefix + exact);
  if (found === -1 || sent.includes(prefix + exact, found + 1)) return null;
  return { start: found + prefix.length, end: found + prefix.length + exact.length };
}

/**
 * The part of `to` that shows a part of `from`, when both are the same text with some words replaced: the copy with
 * pseudonyms, and the text as written. Null if nothing of it is there.
 */
export function mapSpan(from: string, to: string, { start, end }: Span): Span | null {
  const [oldWords, newWords] = [wordsOf(from), wordsOf(to)];
  const first = oldWords.findIndex((word) => word.end > start);
  const afterLast = oldWords.findLastIndex((word) => word.start < end) + 1;
  const runs = commonRuns(oldWords, newWords);
  if (first === -1 || afterLast <= first || runs === null) return null;
  const before = runs.findLast((run) => run.older <= first);
  const after = runs.find((run) => run.older + run.length >= afterLast);
  const low = before === undefined ? 0 : before.newer + Math.min(before.length, first - before.older);
  const high = after === undefined ? newWords.length : after.newer + Math.max(0, afterLast - after.older);
  const [firstWord, lastWord] = [newWords[low], newWords[high - 1]];
  return high <= low || firstWord === undefined || lastWord === undefined
    ? null
    : { start: firstWord.start, end: lastWord.end };
}

type Word = Span & { readonly text: string };

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’_.:-][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text, folded, with their positions. Punctuation and Markdown do not count. */
const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: fold(word),
    start: index,
    end: index + word.length,
  }));

/** A stretch of words that are the same in both texts: where it begins in each, and its length. */
type Run = { readonly older: number; readonly newer: number; readonly length: number };

/** The words that two texts have in common, in order; null if too much differs to compare. */
function commonRuns(older: readonly Word[], newer: readonly Word[]): Run[] | null {
  let before = 0;
  while (before < older.length && before < newer.length && older[before]?.text === newer[before]?.text) before += 1;
  let after = 0;
  const shorter = Math.min(older.length, newer.length) - before;
  while (after < shorter && older.at(-1 - after)?.text === newer.at(-1 - after)?.text) after += 1;
  const [oldPart, newPart] = [older, newer].map((words) =>
    words.slice(before, words.length - after).map(({ text }) => text),
  );
  if (oldPart === undefined || newPart === undefined || Math.max(oldPart.length, newPart.length) > MAX_WORDS)
    return null;
  const runs: Run[] = [{ older: 0, newer: 0, length: before }];
  let [atOld, atNew] = [before, before];
  for (const { buffer1, buffer2 } of diffIndices(oldPart, newPart)) {
    runs.push({ older: atOld, newer: atNew, length: before + buffer1[0] - atOld });
    atOld = before + buffer1[0] + buffer1[1];
    atNew = before + buffer2[0] + buffer2[1];
  }
  runs.push({ older: atOld, newer: atNew, length: older.length - atOld });
  return runs.filter(({ length }) => length > 0);
}

/**
 * The part of a newer text that a part of an older one became. Null if fewer than half of its words are still there, or
 * so much was written between them that it is another passage.
 */
function carrySpan(older: string, newer: string, { start, end }: Span): Span | null {
  const [oldWords, newWords] = [wordsOf(older), wordsOf(newer)];
  const first = oldWords.findIndex((word) => word.end > start);
  const afterLast = oldWords.findLastIndex((word) => word.start < end) + 1;
  const size = afterLast - first;
  if (first === -1 || size <= 0) return null;
  const runs = commonRuns(oldWords, newWords);
  if (runs === null) return null;
  const inside = closeTogether(
    runs.flatMap((run) => {
      const from = Math.max(run.older, first);
      const to = Math.min(run.older + run.length, afterLast);
      return from < to ? [{ older: from, newer: run.newer + from - run.older, length: to - from }] : [];
    }),
  );
  const [head, tail] = [inside[0], inside.at(-1)];
  const surviving = inside.reduce((sum, { length }) => sum + length, 0);
  if (head === undefined || tail === undefined || surviving < size * SURVIVING) return null;
  let [from, to] = [head.newer, tail.newer + tail.length];
  if (to - from >= size * LONGEST) return null;
  // As many words as were lost at either end belong to the passage, when they stand where the lost ones stood.
  const runBefore = runs.findLast((run) => run.older < first);
  const runAfter = runs.find((run) => run.older + run.length > afterLast);
  const lowest = runBefore === undefined ? 0 : runBefore.newer + Math.min(runBefore.length, first - runBefore.older);
  const highest = runAfter === undefined ? newWords.length : runAfter.newer + Math.max(0, afterLast - runAfter.older);
  from = Math.max(from - (head.older - first), lowest);
  to = Math.min(to + (afterLast - tail.older - tail.length), highest);
  const [firstWord, lastWord] = [newWords[from], newWords[to - 1]];
  if (firstWord === undefined || lastWord === undefined) return null;
  return { start: firstWord.start, end: lastWord.end };
}

/**
 * The runs that belong together. A common word such as "the" may be paired with one in text that was written before or
 * after the passage; it counts less than the words between it and the rest.
 */
function closeTogether(runs: readonly Run[]): readonly Run[] {
  let best: { readonly from: number; readonly to: number; readonly worth: number } = { from: 0, to: 0, worth: 0 };
  let [from, worth] = [0, 0];
  for (const [at, run] of runs.entries()) {
    const last = runs[at - 1];
    const written = last === undefined ? 0 : run.newer - last.newer - (run.older - last.older);
    worth -= Math.max(0, written) * COST_OF_GAP;
    if (worth < 0) [from, worth] = [at, 0];
    worth += run.length;
    if (worth > best.worth) best = { from, to: at + 1, worth };
  }
  return runs.slice(best.from, best.to);
}

/** Every place where the words occur one after the other. */
function occurrences(words: readonly Word[], among: readonly Word[]): Span[] {
  const found: Span[] = [];
  for (let at = 0; at + words.length <= among.length; at += 1) {
    if (!words.every(({ text }, place) => among[at + place]?.text === text)) continue;
    const [first, last] = [among[at], among[at + words.length - 1]];
    if (first !== undefined && last !== undefined) found.push({ start: first.start, end: last.end });
  }
  return found;
}

/** The window of the same number of words that shares most of them; null if none shares half. */
function mostSimilar(words: readonly Word[], among: readonly Word[]): Span | null {
  const size = Math.min(words.length, among.length);
  if (size === 0) return null;
  const wanted = new Map<string, number>();
  for (const { text } of words) wanted.set(text, (wanted.get(text) ?? 0) + 1);
  const left = new Map(wanted);
  let shared = 0;
  let best: { readonly shared: number; readonly at: number } | null = null;
  for (let at = 0; at < among.length; at += 1) {
    const entering = among[at]?.text ?? '';
    const count = left.get(entering);
    if (count !== undefined) {
      if (count > 0) shared += 1;
      left.set(entering, count - 1);
    }
    const leaving = at >= size ? (among[at - size]?.text ?? '') : null;
    const back = leaving === null ? undefined : left.get(leaving);
    if (leaving !== null && back !== undefined) {
      if (back >= 0) shared -= 1;
      left.set(leaving, back + 1);
    }
    if (at >= size - 1 && shared > (best?.shared ?? 0)) best = { shared, at: at - size + 1 };
  }
  if (best === null || best.shared < words.length * SIMILAR) return null;
  const [first, last] = [among[best.at], among[best.at + size - 1]];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
