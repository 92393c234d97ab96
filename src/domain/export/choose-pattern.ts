import { type Pattern, patternSchema } from '../patterns/pattern.ts';
import type { ExportChoice } from './export-choice.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/**
 * Returns the pattern with only what the choice lets out. Without private fields that is the sentence; with pseudonyms,
 * names in it are replaced as in the COEs that leave with it.
 */
export function choosePattern(pattern: Pattern, choice: ExportChoice, pseudonyms?: Pseudonyms): Pattern {
  const { id, words, createdAt, retiredOn, mergedInto, tryingNow, retireAfter, askBefore } = pattern;
  const open = choice.privateFields ? { tryingNow, retireAfter, askBefore } : {};
  const known = patternSchema.parse({ id, words, createdAt, retiredOn, mergedInto, ...open });
  if (choice.names === 'as-written') return choice.privateFields ? pattern : known;
  const replace = pseudonyms?.replaceText ?? ((text: string) => text);
  return {
    ...known,
    words: replace(known.words),
    tryingNow: replace(known.tryingNow),
    askBefore: { ...known.askBefore, words: replace(known.askBefore.words) },
  };
}
