import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { Pattern } from '#domain/patterns/pattern.ts';
import { textsOf } from '#domain/patterns/pattern-texts.ts';
import { rankPatterns } from '#domain/patterns/rank-patterns.ts';
import { patternsById, patternsOf } from '#domain/patterns/resolve-patterns.ts';
import { wordSimilarity } from '#domain/patterns/text-similarity.ts';
import type { RankedPattern } from '#ipc/patterns.ts';

/** The newest COEs of a pattern are compared, and no more than this; limits the files to read. */
const MAX_COES_EACH = 12;

/**
 * The patterns of a library in the order in which the question offers them for a COE, each with the ids of all COEs
 * that have it. Merged patterns are left out. `summaries` are newest first; `read` returns null for a COE that cannot
 * be read.
 */
export async function rankLibraryPatterns(
  coe: Coe,
  patterns: readonly Pattern[],
  summaries: readonly CoeSummary[],
  read: (id: string) => Promise<Coe | null>,
): Promise<RankedPattern[]> {
  const byId = patternsById(patterns);
  const idsOf = new Map([...new Set(byId.values())].map((pattern) => [pattern, [] as string[]]));
  for (const { id, patternIds } of summaries)
    for (const pattern of patternsOf(patternIds, byId)) idsOf.get(pattern)?.push(id);
  const coes = new Map<string, Coe>();
  for (const ids of idsOf.values()) {
    for (const id of ids.filter((each) => each !== coe.id).slice(0, MAX_COES_EACH)) {
      // oxlint-disable-next-line no-await-in-loop -- one at a time, so that saves need not wait
      const found = coes.has(id) ? null : await read(id);
      if (found !== null) coes.set(id, found);
    }
  }
  const candidates = [...idsOf].map(([pattern, ids]) => ({
    pattern,
    coes: ids.flatMap((id) => coes.get(id) ?? []),
  }));
  const similarity = wordSimilarity([coe, ...coes.values()].flatMap((each) => Object.values(textsOf(each))));
  return rankPatterns(coe, candidates, similarity).map(({ pattern }) => ({
    id: pattern.id,
    words: pattern.words,
    coes: idsOf.get(pattern) ?? [],
  }));
}
