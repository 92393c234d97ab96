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

/** Words with the space after them, so that a word changes together with its space. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

const parts = (all: readonly (readonly [WordDifference['type'], string])[]): WordDifference[] =>
  all.filter(([, text]) => text !== '').map(([type, text]) => ({ type, text }));
