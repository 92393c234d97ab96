import type { Coe } from '../coe/coe.ts';

const LONGEST = 160;

/**
 * The first 160 characters of the summary, or else of the first section with prose, without Markdown syntax and cut
 * between words. Empty when nothing is written.
 */
export function excerptOf(coe: Coe): string {
  const { context, customerImpact, impact, cause, learned } = coe.sections;
  const source =
    [coe.summary, context.prose, customerImpact.prose, impact.prose, cause.prose, learned.prose].find(
      (text) => text.trim() !== '',
    ) ?? '';
  const plain = source
    .slice(0, LONGEST * 4)
    .replace(/^[\s>#*+-]+|[*_`~|]/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST).replace(/\s\S*$/, '')} …`;
}
