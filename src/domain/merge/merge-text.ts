import { diff3Merge } from 'node-diff3';

/** Text of both sides: one when no place was changed by both, else two that differ in those places alone. */
export type MergedText = {
  readonly mine: string;
  readonly theirs: string;
  /** At each place that both changed, mine and then theirs. */
  readonly both: string;
  readonly isClean: boolean;
};

const MOST_UNITS = 3_000;

/** Merges text by lines, and within a line by sentences. */
export function mergeText(base: string, mine: string, theirs: string): MergedText {
  const units = [mine, base, theirs].map(unitsOf);
  // Comparing takes time that grows with the square of the length; a text of that size is asked about as a whole.
  const isTooLong = units.some((some) => some.length > MOST_UNITS);
  const [ours = [], before = [], others = []] = isTooLong ? [[mine], [base], [theirs]] : units;
  const regions = diff3Merge(ours, before, others, { excludeFalseConflicts: true });
  const merged = { mine: '', theirs: '', both: '', isClean: true };
  for (const { ok, conflict } of regions) {
    const [ours, others] = [(ok ?? conflict?.a ?? []).join(''), (ok ?? conflict?.b ?? []).join('')];
    merged.mine += ours;
    merged.theirs += others;
    merged.both += ok === undefined ? oneAfterTheOther(ours, others) : ours;
    if (ok === undefined) merged.isClean = false;
  }
  return merged;
}

/**
 * Line breaks, and between them sentences with the space before them. A sentence that is added behind another leaves
 * that one as it was.
 */
const unitsOf = (text: string): string[] => text.match(/\n|[^\n]+?(?:[.!?…。！？]["'”’)\]]*(?=\s|$)|(?=\n)|$)/g) ?? [];

function oneAfterTheOther(first: string, second: string): string {
  if (first.trim() === '' || second.trim() === '') return first + second;
  const gap =
    /\n\s*$/.test(first) || /^\s*\n/.test(second) ? '' : first.includes('\n') || second.includes('\n') ? '\n\n' : ' ';
  return gap === ' ' && /^\s/.test(second) ? first + second : first + gap + second;
}
