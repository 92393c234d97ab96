import type { Coe } from '../coe/coe.ts';

const LONGEST = 160;

/** The first words that tell one COE from another: its summary, or else the first section that has prose, without Markdown's marks. */
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
