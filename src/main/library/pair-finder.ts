import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import type { Coe, CoeLink } from '#domain/coe/coe.ts';
import type { Pattern } from '#domain/patterns/pattern.ts';
import { patternsOf } from '#domain/patterns/resolve-patterns.ts';
import type { LikelyPair, PairAnswer, PairedCoe, PairsStep } from '#ipc/similar.ts';
import { findSimilar } from '#main/search/similar/find-similar.ts';

import type { LibraryCore } from './library-core.ts';

/** A step ends after the COE during which this many milliseconds are over, so that other requests get their turn. */
const STEP_MS = 100;

type PairFinderParts = {
  readonly core: LibraryCore;
  /** A COE as its file has it; null if it cannot be read. */
  readonly read: (id: string) => Promise<Coe | null>;
  readonly patternsById: () => ReadonlyMap<string, Pattern>;
};

/**
 * Creates a function that compares the COEs of a library with each other, a few at each call: from the position `from`
 * on, newest first; of all, or of those of the import `batch`. The comparing is done in the library's worker. Meaning is
 * left out, because it moves the order only, and reading every sentence of a library takes hours.
 */
export function createPairFinder({
  core,
  read,
  patternsById,
}: PairFinderParts): (batch: string | null, from: number) => Promise<PairsStep> {
  const { catalogue, worker, paths } = core;
  const folder = paths.coes;
  return async (batch, from) => {
    const all = catalogue.inOrder('happened-newest');
    const walked = batch === null ? all : all.filter(({ source }) => source?.batch === batch);
    const positions = new Map(all.map(({ id }, at) => [id, at]));
    const end = performance.now() + STEP_MS;
    const pairs: LikelyPair[] = [];
    let at = from;
    do {
      const summary = walked[at];
      // oxlint-disable-next-line no-await-in-loop -- one COE after the other, so that other requests get their turn
      if (summary !== undefined) pairs.push(...(await pairsOf(summary)));
      at += 1;
    } while (at < walked.length && performance.now() < end);
    const done = Math.min(at, walked.length);
    return { pairs, next: done < walked.length ? done : null, done, total: walked.length };

    async function pairsOf(summary: CoeSummary): Promise<LikelyPair[]> {
      const coe = await read(summary.id);
      if (coe === null) return [];
      const similar = await findSimilar(
        coe,
        all,
        {
          find: (question) => worker.request('find-similar', { folder, ...question }),
          read: (ids) => worker.request('read-for-similar', { folder, ids }),
        },
        patternsById(),
      );
      const found: LikelyPair[] = [];
      for (const { id, level, reasons } of similar) {
        if (level === 'none') continue;
        // oxlint-disable-next-line no-await-in-loop -- at most five
        const other = await read(id);
        if (other === null || other.dismissed.similar.includes(coe.id) || sharePattern(coe, other)) continue;
        const isLater = (positions.get(coe.id) ?? 0) < (positions.get(id) ?? 0);
        const [later, earlier] = isLater ? [coe, other] : [other, coe];
        found.push({ later: pairedOf(later), earlier: pairedOf(earlier), level, reasons });
      }
      return found;
    }
  };

  function sharePattern(one: Coe, other: Coe): boolean {
    const byId = patternsById();
    const own = new Set(patternsOf(one.patternIds, byId));
    return patternsOf(other.patternIds, byId).some((pattern) => own.has(pattern));
  }
}

const pairedOf = ({ id, title, kind, happened }: Coe): PairedCoe => ({ id, title, kind, happened });

/**
 * The later COE of a pair with an answer about the earlier one: a link as its repeat, or the note that they are not the
 * same. `none` takes both away. `linkId` is the id of a new link.
 */
export function withPairAnswer(later: Coe, earlier: string, answer: PairAnswer, linkId: string): Coe {
  const links = later.links.filter(({ coeId }) => coeId !== earlier);
  const similar = later.dismissed.similar.filter((id) => id !== earlier);
  const link: CoeLink = { id: linkId, type: 'same-cause', coeId: earlier, note: '', fixId: null, verdict: null };
  return {
    ...later,
    links: answer === 'repeat' ? [...links, link] : links,
    dismissed: { ...later.dismissed, similar: answer === 'not-same' ? [...similar, earlier] : similar },
  };
}
