import { diff3Merge } from 'node-diff3';

/** Merged text. `mine` and `theirs` are equal when clean, and otherwise differ only in the conflicting parts. */
export type MergedText = {
  readonly mine: string;
  readonly theirs: string;
  /** In each conflicting part, mine and then theirs. */
  readonly both: string;
  readonly isClean: boolean;
};

/** Longer texts are merged as a whole, because comparing takes time quadratic in the length. */
const MAX_UNITS = 3_000;

/** Merges text line by line, and within lines sentence by sentence. */
export function mergeText(base: string, mine: string, theirs: string): MergedText {
  const units = [mine, base, theirs].map(unitsOf);
  const isTooLong = units.some((some) => some.length > MAX_UNITS);
  const [ours = [], before = [], others = []] = isTooLong ? [[mine], [base], [theirs]] : units;
  const regions = diff3Merge(ours, before, others, { excludeFalseConflicts: true });
  const merged = { mine: '', theirs: '', both: '', isClean: true };
  for (const { ok, conflict } of regions) {
    const [ours, others] = [(ok ?? conflict?.a ?? []).join(''), (ok ?? conflict?.b ?? []).join('')];
    merged.mine += ours;
    merged.theirs += others;
    merged.both += ok === undefined ? joinTexts(ours, others) : ours;
    if (ok === undefined) merged.isClean = false;
  }
  return merged;
}

/**
 * Line breaks and sentences, each with the space before it, so that adding a sentence leaves the one before unchanged.
 */
const unitsOf = (text: string): string[] => text.match(/\n|[^\n]+?(?:[.!?…。！？]["'”’)\]]*(?=\s|$)|(?=\n)|$)/g) ?? [];

function joinTexts(first: string, second: string): string {
  if (first.trim() === '' || second.trim() === '') return first + second;
  const gap =
    /\n\s*$/.test(first) || /^\s*\n/.test(second) ? '' : first.includes('\n') || second.includes('\n') ? '\n\n' : ' ';
  return gap === ' ' && /^\s/.test(second) ? first + second : first + gap + second;
}
