import { type CoeSummary, summarise } from '#domain/catalogue/coe-summary.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { lastFixOf } from '#domain/similar/last-fix.ts';
import type { Similar } from '#domain/similar/most-similar.ts';
import { rarityOfTick } from '#domain/similar/rarity.ts';
import { countTicks, type Tick, ticksOf } from '#domain/similar/ticks.ts';
import type { SimilarCoe } from '#ipc/similar.ts';

import type { SimilarQuery, SimilarWorker } from './similar-question.ts';

const MOST_SHOWN = 5;
/** As many more COEs are looked at for what was chosen in them as may be read in a moment. */
const MOST_BY_TICKS = 60;

/** Few enough that whoever asks something else meanwhile does not notice. */
const FEW = 8;

/** Finds the COEs of a library that are most like one. */
export async function findSimilar(
  coe: Coe,
  summaries: readonly CoeSummary[],
  worker: SimilarWorker,
): Promise<SimilarCoe[]> {
  const leaveOut = leftOut(coe, summaries);
  const ticks = ticksOf(summarise(coe));
  const counts = countTicks(ticks, summaries.map(ticksOfKept));
  const found = await askInSteps(worker, {
    coe,
    size: summaries.length,
    ticks: counts,
    alwaysCompare: mostTicksInCommon(ticks, counts, summaries, leaveOut),
    excluded: [...leaveOut],
    limit: MOST_SHOWN,
    maxReads: FEW,
  });
  const byId = new Map(summaries.map((summary) => [summary.id, summary]));
  return found.flatMap(({ id, score, isStrong, reasons }) => {
    const summary = byId.get(id);
    if (summary === undefined) return [];
    const { title, kind, happened } = summary;
    return [{ id, title, kind, happened, score, isStrong, reasons: [...reasons], fix: fixOf(summary) }];
  });
}

/** The first question about a COE takes many files that were not read yet: those are read a few at a time. */
async function askInSteps(worker: SimilarWorker, question: SimilarQuery): Promise<readonly Similar[]> {
  const answer = await worker.find(question);
  if (answer.is === 'found') return answer.similar;
  for (let start = 0; start < answer.ids.length;) start += await worker.read(answer.ids.slice(start));
  // Those that could not be read, or changed meanwhile, are tried once more.
  const last = await worker.find({ ...question, maxReads: Infinity });
  return last.is === 'found' ? last.similar : [];
}

/** A summary stays the same until its COE is saved, and whoever writes asks after every pause. */
const kept = new WeakMap<CoeSummary, readonly Tick[]>();

function ticksOfKept(summary: CoeSummary): readonly Tick[] {
  const known = kept.get(summary);
  if (known !== undefined) return known;
  const ticks = ticksOf(summary);
  kept.set(summary, ticks);
  return ticks;
}

/** Itself, what the writer dismissed, and what is linked with it in either file. */
function leftOut(coe: Coe, summaries: readonly CoeSummary[]): Set<string> {
  const left = new Set([coe.id, ...coe.dismissed.similar, ...coe.links.map((link) => link.coeId)]);
  for (const { id, links } of summaries) if (links.some((link) => link.coeId === coe.id)) left.add(id);
  return left;
}

function mostTicksInCommon(
  ticks: readonly Tick[],
  counts: ReadonlyMap<string, number>,
  summaries: readonly CoeSummary[],
  leaveOut: ReadonlySet<string>,
): string[] {
  const library = { size: summaries.length, withStem: () => 0, withTick: (key: string) => counts.get(key) ?? 0 };
  const worth = new Map(ticks.map(({ sort, key }) => [key, rarityOfTick(library, sort, key)]));
  return summaries
    .filter(({ id }) => !leaveOut.has(id))
    .map((summary) => ({
      id: summary.id,
      worth: ticksOfKept(summary).reduce((sum, { key }) => sum + (worth.get(key) ?? 0), 0),
    }))
    .filter((each) => each.worth > 0)
    .sort((first, second) => second.worth - first.worth)
    .slice(0, MOST_BY_TICKS)
    .map(({ id }) => id);
}

function fixOf({ actions }: CoeSummary): SimilarCoe['fix'] {
  const fix = lastFixOf(actions);
  if (fix === null) return null;
  const { id, text, status, result, doneOn, checkDate } = fix;
  return { actionId: id, text, status, result, doneOn, checkDate };
}
