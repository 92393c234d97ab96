import { diffComm } from 'node-diff3';

/** A part of the text: in both versions, only in the older one, or only in the newer one. */
export type WordDifference = { readonly type: 'same' | 'removed' | 'added'; readonly text: string };

/** Texts with more words than this are not compared, because that would take seconds. */
const MAX_WORDS = 6000;

/**
 * Compares two texts word by word. Joined, the same and removed parts are the older text, and the same and added parts
 * the newer one. Empty for two empty texts.
 */
export function wordDifferences(older: string, newer: string): WordDifference[] {
  if (older === newer) return older === '' ? [] : [{ type: 'same', text: older }];
  const [before, after] = [wordsOf(older), wordsOf(newer)];
  if (before.length > MAX_WORDS || after.length > MAX_WORDS)
    return parts([
      ['removed', older],
      ['added', newer],
    ]);
  const found: [WordDifference['type'], string][] = [];
  let [atOlder, atNewer] = [0, 0];
  for (const part of diffComm(before.map(trimmed), after.map(trimmed))) {
    if (part.common === undefined) {
      found.push(['removed', before.slice(atOlder, (atOlder += part.buffer1.length)).join('')]);
      found.push(['added', after.slice(atNewer, (atNewer += part.buffer2.length)).join('')]);
      continue;
    }
    for (const word of part.common) {
      const [own, other] = [before[atOlder] ?? '', after[atNewer] ?? ''];
      if (own === other) found.push(['same', own]);
      else found.push(['same', word], ['removed', own.slice(word.length)], ['added', other.slice(word.length)]);
      atOlder += 1;
      atNewer += 1;
    }
  }
  return parts(found);
}

/**
 * Words with the space after them, so that a word changes together with its space. They are compared without it, so
 * that the last word of a text does not change when more is written after it.
 */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

const trimmed = (word: string): string => word.trimEnd();

/** Joins neighbours of the same type, and drops empty ones. */
function parts(all: readonly (readonly [WordDifference['type'], string])[]): WordDifference[] {
  const joined: { type: WordDifference['type']; text: string }[] = [];
  for (const [type, text] of all) {
    if (text === '') continue;
    const last = joined.at(-1);
    if (last?.type === type) last.text += text;
    else joined.push({ type, text });
  }
  return joined;
}
