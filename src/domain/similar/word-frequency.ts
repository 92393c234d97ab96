import { COMMON_WORDS } from './common-words.ts';
import { stemOf } from './stem.ts';

/** The share of the words of English text that the most frequent word makes up; the next ones follow Zipf's law. */
const FIRST_SHARE = 0.09;
const ZIPF_OFFSET = 2.7;
/** The length of a typical COE in words. */
const TYPICAL_WORDS = 250;
/** The share of COEs assumed to contain a word that is not among the most frequent. */
const RARE_SHARE = 0.001;

let shares: ReadonlyMap<string, number> | null = null;

/**
 * The share of English COEs, from 0.001 to 1, expected to contain a word with this stem, before anything is known of
 * the library. Any word that is not a common English one counts as rare.
 */
export function expectedShare(stem: string): number {
  shares ??= sharesByStem();
  return shares.get(stem) ?? RARE_SHARE;
}

function sharesByStem(): Map<string, number> {
  const frequencies = new Map<string, number>();
  COMMON_WORDS.trim()
    .split(/\s+/)
    .forEach((word, rank) => {
      const stem = stemOf(word);
      frequencies.set(stem, (frequencies.get(stem) ?? 0) + FIRST_SHARE / (rank + ZIPF_OFFSET));
    });
  return new Map(
    [...frequencies].map(([stem, frequency]) => [stem, Math.max(RARE_SHARE, 1 - Math.exp(-frequency * TYPICAL_WORDS))]),
  );
}
