import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { foldPassage } from '../search/fold.ts';

/** What is chosen rather than written in a COE, by sort. */
export const TICK_SORTS = ['condition', 'trigger', 'signal', 'place', 'tag'] as const;
export type TickSort = (typeof TICK_SORTS)[number];

/** One thing that is chosen: `key` is the same in every COE that has it, `text` is as it stands in this one. */
export type Tick = { readonly sort: TickSort; readonly key: string; readonly text: string };

type Ticked = Pick<CoeSummary, 'conditions' | 'trigger' | 'signal' | 'lifeArea' | 'tags'>;

/** Everything that is chosen in a COE, each once. That the trigger is not known says nothing. */
export function ticksOf({ conditions, trigger, signal, lifeArea, tags }: Ticked): Tick[] {
  const ticks = [
    ...conditions.map((row) => tick('condition', row.condition)),
    ...(trigger === null || trigger === 'unknown' ? [] : [tick('trigger', trigger)]),
    ...(signal === null ? [] : [tick('signal', signal)]),
    tick('place', lifeArea),
    ...tags.map((tag) => tick('tag', tag)),
  ].filter(({ text }) => text !== '');
  return ticks.filter(({ key }, place) => ticks.findIndex((other) => other.key === key) === place);
}

/** A library has few tags and places, in many COEs each, and folding one takes longer than all the rest. */
const MOST_KEPT = 4096;
const kept = new Map<string, Tick>();

function tick(sort: TickSort, text: string): Tick {
  const name = `${sort}:${text}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const made = { sort, key: `${sort}:${foldPassage(text)}`, text: text.trim() };
  if (kept.size < MOST_KEPT) kept.set(name, made);
  return made;
}

/** In how many COEs each of these ticks is found. */
export function countTicks(ticks: readonly Tick[], ofEach: Iterable<readonly Tick[]>): Map<string, number> {
  const counts = new Map(ticks.map(({ key }) => [key, 0]));
  for (const ofOne of ofEach) {
    for (const { key } of ofOne) {
      const count = counts.get(key);
      if (count !== undefined) counts.set(key, count + 1);
    }
  }
  return counts;
}
