import { fold } from '../search/fold.ts';
import { eachToken } from '../search/tokens.ts';

const COMMON = new Set(
  'the a an and or of to in on at for with was were is are be been it its this that had has have did not no by from as we i he she they my our his her their'.split(
    ' ',
  ),
);

/** The distinct words of a text, folded, without common English words and single characters. */
export function contentWords(text: string): Set<string> {
  const words = new Set<string>();
  eachToken(fold(text), (token) => {
    if (token.length > 1 && !COMMON.has(token)) words.add(token);
  });
  return words;
}
