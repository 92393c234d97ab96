import type { SimilarityFeatures } from './features.ts';

/** A line is part of a template when at least this many COEs, and this share of those compared, repeat it. */
const FEWEST_REPEATS = 3;
const SHARE = 0.12;

/**
 * The keys of the lines that a good part of these COEs repeat word for word: headings, labels and questions of a
 * template, or a notice under every report. They say nothing about a COE. Titles do not count.
 */
export function templateLines(compared: readonly SimilarityFeatures[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { lines } of compared) {
    const keys = new Set(lines.filter(({ isTitle }) => !isTitle).map(({ key }) => key));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(FEWEST_REPEATS, compared.length * SHARE);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([key]) => key));
}
