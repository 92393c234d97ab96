import { diffComm } from 'node-diff3';

/** A stretch of text that both versions have, that only the older has, or that only the newer has. */
export type WordDifference = { readonly type: 'same' | 'removed' | 'added'; readonly text: string };

/** Longer texts than this, in words, are shown whole: looking for what they share would take seconds. */
const MOST_WORDS = 6000;

/**
 * What changed from one text to another, word by word. Put together, same and removed give the older, same and added
 * the newer.
 */
export function wordDifferences(older: string, newer: string): WordDifference[] {
  if (older === newer) return older === '' ? [] : [{ type: 'same', text: older }];
  const [before, after] = [wordsOf(older), wordsOf(newer)];
  if (before.length > MOST_WORDS || after.length > MOST_WORDS)
    return parts([
      ['removed', older],
      ['added', newer],
    ]);
  return parts(
    diffComm(before, after).flatMap((part): [WordDifference['type'], string][] =>
      part.common !== undefined
        ? [['same', part.common.join('')]]
        : [
            ['removed', part.buffer1.join('')],
            ['added', part.buffer2.join('')],
          ],
    ),
  );
}

/** Words with the space after them, so that a changed word takes its space along. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

const parts = (all: readonly (readonly [WordDifference['type'], string])[]): WordDifference[] =>
  all.filter(([, text]) => text !== '').map(([type, text]) => ({ type, text }));
