import type { Coe } from '../coe/coe.ts';
import { plainText } from '../text/plain-text.ts';

const LONGEST = 160;
/** How much of the prose to read: room for the addresses of a few links. */
const LONGEST_SOURCE = 4000;

/**
 * The first 160 characters of the summary, or else of the first section with prose, as they are shown, cut between
 * words. Empty when nothing is written.
 */
export function excerptOf(coe: Coe): string {
  const { context, customerImpact, impact, cause, learned } = coe.sections;
  const prose = [context.prose, customerImpact.prose, impact.prose, cause.prose, learned.prose];
  const written =
    coe.summary.trim() !== ''
      ? coe.summary.slice(0, LONGEST_SOURCE)
      : plainText((prose.find((text) => text.trim() !== '') ?? '').slice(0, LONGEST_SOURCE));
  const plain = written.replace(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST) return plain;
  const start = plain.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '');
  return `${start.replace(/\s\S*$/, '')} …`;
}
