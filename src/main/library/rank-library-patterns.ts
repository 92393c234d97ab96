import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { Pattern } from '#domain/patterns/pattern.ts';
import { textsOf } from '#domain/patterns/pattern-texts.ts';
import { type PatternMeaning, rankPatterns } from '#domain/patterns/rank-patterns.ts';
import { patternsById, patternsOf } from '#domain/patterns/resolve-patterns.ts';
import { wordSimilarity } from '#domain/patterns/text-similarity.ts';
import { centred, gistOf, likenessOf, type SentenceVectors } from '#domain/similar/meaning.ts';
import type { RankedPattern } from '#ipc/patterns.ts';

/** The vectors that comparing a COE by meaning needs. */
export type KnownMeaning = {
  /** Those of the COE itself. */
  readonly own: SentenceVectors;
  /** Those of other COEs, by id, where they are known. */
  readonly coes: ReadonlyMap<string, SentenceVectors>;
  /** Those of the texts that were asked for, in their order. */
  readonly texts: readonly SentenceVectors[];
  /** The mean of all sentences of the library. */
  readonly centre: ArrayLike<number>;
};

/** Looks up the meaning of a COE, of others by their ids, and of single sentences; null where it is not known. */
export type FindMeaning = (
  coe: Coe,
  others: readonly string[],
  texts: readonly string[],
) => Promise<KnownMeaning | null>;

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
  findMeaning: FindMeaning = async () => null,
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
  const ranked = candidates.map(({ pattern }) => pattern);
  const known = await findMeaning(
    coe,
    [...coes.keys()],
    ranked.map(({ words }) => words),
  );
  const meaning = known === null ? undefined : likenessOfPatterns(ranked, known);
  return rankPatterns(coe, candidates, similarity, meaning).map(({ pattern }) => ({
    id: pattern.id,
    words: pattern.words,
    coes: idsOf.get(pattern) ?? [],
  }));
}

/** How alike the COE is in meaning to the others and to the words of the patterns, whose vectors are `texts`. */
export function likenessOfPatterns(patterns: readonly Pattern[], known: KnownMeaning): PatternMeaning {
  const own = gistOf(centred(known.own, known.centre));
  const likenessTo = (theirs: SentenceVectors): number => likenessOf(own, gistOf(centred(theirs, known.centre)));
  return {
    coes: new Map([...known.coes].map(([id, theirs]) => [id, likenessTo(theirs)])),
    words: new Map(
      patterns.flatMap(({ id }, index) => {
        const words = known.texts[index];
        return words === undefined ? [] : [[id, likenessTo(words)] as const];
      }),
    ),
  };
}
