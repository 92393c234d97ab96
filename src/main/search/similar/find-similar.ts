import { type CoeSummary, summarise } from '#domain/catalogue/coe-summary.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { Pattern } from '#domain/patterns/pattern.ts';
import { chainOf } from '#domain/links/chains.ts';
import { latestFix } from '#domain/similar/latest-fix.ts';
import { learnedFrom } from '#domain/similar/learned.ts';
import type { SentenceVectors } from '#domain/similar/meaning.ts';
import type { SimilarityMatch } from '#domain/similar/most-similar.ts';
import { facetRarity } from '#domain/similar/rarity.ts';
import { countFacets, type Facet, facetsOf } from '#domain/similar/facets.ts';
import type { SimilarCoe, SimilarFix } from '#ipc/similar.ts';

import type { SimilarQuery, SimilarWorker } from './similar-question.ts';

const MAX_SHOWN = 5;
/** The maximum number of COEs to compare because of shared facets; limits the files to read. */
const MAX_BY_FACETS = 30;

/** Few enough not to delay other requests noticeably. */
const MAX_SIMILAR_READS = 8;

/**
 * Finds up to five COEs of a library similar to one, each with its reasons and latest fix. `patternsById` has the pattern
 * that each stored id counts for. `vectors` are those of the COE; null where its meaning is not known.
 */
export async function findSimilar(
  coe: Coe,
  summaries: readonly CoeSummary[],
  worker: SimilarWorker,
  patternsById: ReadonlyMap<string, Pattern>,
  vectors: SentenceVectors | null = null,
): Promise<SimilarCoe[]> {
  // All this runs in main after each pause in typing: a walk through a large library takes milliseconds.
  const linked = summaries.filter(({ links }) => links.length > 0);
  const leaveOut = leftOut(coe, linked);
  const facets = facetsOf(summarise(coe));
  const facetsOfEach = summaries.map(cachedFacets);
  const counts = countFacets(facets, facetsOfEach);
  const found = await askInSteps(worker, {
    coe,
    size: summaries.length,
    facets: counts,
    alwaysCompare: mostFacetsInCommon(facets, counts, summaries, facetsOfEach, leaveOut),
    excluded: [...leaveOut],
    limit: MAX_SHOWN,
    maxReads: MAX_SIMILAR_READS,
    vectors,
    learned: learnedFrom(summaries, patternsById),
  });
  const foundIds = new Set(found.map(({ id }) => id));
  const byId = new Map(summaries.filter(({ id }) => foundIds.has(id)).map((summary) => [summary.id, summary]));
  return found.flatMap(({ id, score, level, reasons }) => {
    const summary = byId.get(id);
    if (summary === undefined) return [];
    const { title, kind, happened } = summary;
    return [
      {
        id,
        title,
        kind,
        happened,
        score,
        level,
        isStrong: level !== 'none',
        reasons: [...reasons],
        fix: fixOf(summary, linked),
        earlierFixes: earlierFixesOf(summary, summaries, linked),
      },
    ];
  });
}

/**
 * Asks the worker, and first reads the files it needs in small steps. Usually only the first request for a COE needs
 * this.
 */
async function askInSteps(worker: SimilarWorker, question: SimilarQuery): Promise<readonly SimilarityMatch[]> {
  const answer = await worker.find(question);
  if (answer.is === 'found') return answer.similar;
  for (let start = 0; start < answer.ids.length;) start += await worker.read(answer.ids.slice(start));
  // Files that could not be read or changed in the meantime are read now.
  const last = await worker.find({ ...question, maxReads: Infinity });
  return last.is === 'found' ? last.similar : [];
}

/** The facets of each summary. A summary object stays the same until its COE is saved. */
const kept = new WeakMap<CoeSummary, readonly Facet[]>();

function cachedFacets(summary: CoeSummary): readonly Facet[] {
  const known = kept.get(summary);
  if (known !== undefined) return known;
  const facets = facetsOf(summary);
  kept.set(summary, facets);
  return facets;
}

/** The ids to exclude: the COE itself, dismissed ones, and those linked from or to it, of those that have links. */
function leftOut(coe: Coe, linked: readonly CoeSummary[]): Set<string> {
  const left = new Set([coe.id, ...coe.dismissed.similar, ...coe.links.map((link) => link.coeId)]);
  for (const { id, links } of linked) if (links.some((link) => link.coeId === coe.id)) left.add(id);
  return left;
}

function mostFacetsInCommon(
  facets: readonly Facet[],
  counts: ReadonlyMap<string, number>,
  summaries: readonly CoeSummary[],
  facetsOfEach: readonly (readonly Facet[])[],
  leaveOut: ReadonlySet<string>,
): string[] {
  const library = {
    size: summaries.length,
    coesWithStem: () => 0,
    coesWithFacet: (key: string) => counts.get(key) ?? 0,
  };
  const worth = new Map(facets.map(({ type, key }) => [key, facetRarity(library, type, key)]));
  const sharing: { readonly id: string; readonly worth: number }[] = [];
  summaries.forEach(({ id }, index) => {
    let sum = 0;
    for (const { key } of facetsOfEach[index] ?? []) sum += worth.get(key) ?? 0;
    if (sum > 0 && !leaveOut.has(id)) sharing.push({ id, worth: sum });
  });
  return sharing
    .sort((first, second) => second.worth - first.worth)
    .slice(0, MAX_BY_FACETS)
    .map(({ id }) => id);
}

/** The fix of a COE that matters most, with the links to it in view; `linked` are the COEs that have links. */
function fixOf({ id, actions }: CoeSummary, linked: readonly CoeSummary[]): SimilarCoe['fix'] {
  const linksTo = linked
    .flatMap(({ createdAt, links }) => links.filter((link) => link.coeId === id).map((link) => ({ createdAt, link })))
    .toSorted((first, second) => (first.createdAt < second.createdAt ? -1 : 1))
    .map(({ link }) => link);
  const fix = latestFix(actions, linksTo);
  if (fix === null) return null;
  const { id: actionId, text, status, result, doneOn, checkDate, checkDateWords } = fix;
  return { actionId, text, status, result, doneOn, checkDate, checkDateWords };
}

/** The fixes of the COEs that this one repeats, oldest first: a third repeat needs to know all that was tried. */
function earlierFixesOf(
  summary: CoeSummary,
  summaries: readonly CoeSummary[],
  linked: readonly CoeSummary[],
): SimilarFix[] {
  const isLinked = linked.some(({ id, links }) => id === summary.id || links.some(({ coeId }) => coeId === summary.id));
  if (!isLinked) return [];
  const chain = chainOf(summary.id, summaries).map(({ coe }) => coe.id);
  return chain
    .slice(0, Math.max(0, chain.indexOf(summary.id)))
    .flatMap((id) => summaries.find((each) => each.id === id) ?? [])
    .flatMap((earlier) => fixOf(earlier, linked) ?? []);
}
