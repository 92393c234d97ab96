import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { matchesNeedles } from '#domain/search/matches-needles.ts';
import { foldPassage } from '#domain/search/fold.ts';
import type { Needles } from '#domain/search/search-query.ts';

import type { ScoreOf } from './document-numbers.ts';
import type { LibraryCore } from './library-core.ts';
import type { ListSource } from './list-coes.ts';

/**
 * Searches the index, and also the summaries while the index is incomplete, so that the first start misses no title.
 * The last result is cached until something changes, since the next page of a list repeats the same search.
 */
export function createSearcher(core: LibraryCore): Omit<ListSource, 'patternsNamed'> {
  const { catalogue, index, worker, paths } = core;
  let last: { key: string; scores: Promise<ScoreOf> } | null = null;
  let wasComplete = false;
  // Until the index is complete, each letter and each batch of files searches all summaries again.
  const folded = new WeakMap<CoeSummary, string>();
  const foldedOf = (summary: CoeSummary): string => {
    const known = folded.get(summary);
    if (known !== undefined) return known;
    const text = [summary.title, summary.excerpt, ...summary.tags].map(foldPassage).join('\n');
    folded.set(summary, text);
    return text;
  };

  const find = async (needles: Needles): Promise<ScoreOf> => {
    const found = await index.find(needles);
    if (index.isComplete()) {
      wasComplete = true;
      return found;
    }
    if (wasComplete) core.scheduleScan(); // a new worker is empty; a scan makes it load the index
    const scores = new Map<string, number>();
    for (const { summary } of catalogue.entries()) {
      if (found(summary.id) === null && matchesNeedles(foldedOf(summary), needles)) scores.set(summary.id, 1);
    }
    return (id) => found(id) ?? scores.get(id) ?? null;
  };
  return {
    findInList: (list, page) => {
      if (!index.isComplete()) return Promise.resolve(null);
      wasComplete = true;
      return index.findInList(list, page);
    },
    inOrder: (order) => catalogue.inOrder(order),
    copiesOf: (id) => catalogue.copies().get(id) ?? 0,
    scores: (needles) => {
      const key = `${catalogue.age} ${index.version()} ${index.isComplete()} ${JSON.stringify(needles)}`;
      if (last?.key !== key || !index.isComplete()) {
        const asked = { key, scores: find(needles) };
        asked.scores.catch(() => {
          if (last === asked) last = null; // do not cache a failure: the next request gets a new worker
        });
        last = asked;
      }
      return last.scores;
    },
    matchesIn: (ids, needles) =>
      ids.length === 0 ? Promise.resolve([]) : worker.request('match-rows', { folder: paths.coes, ids, needles }),
  };
}
