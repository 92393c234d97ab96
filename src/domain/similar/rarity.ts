import type { TickSort } from './ticks.ts';

/** What is known of a library as a whole: how many COEs there are, and in how many of them something stands. */
export type LibraryCounts = {
  readonly size: number;
  readonly withStem: (stem: string) => number;
  readonly withTick: (key: string) => number;
};

/** Until a library has many COEs, it is taken to have this many more, in which no word of these stands. */
const MORE_COES = 100;

/** A word found in one COE of so many or in fewer counts as much as any: otherwise a large library would find more alike than a small one. */
const RAREST = 1 / 220;

/** How much it says that a stem stands in two COEs: little when it stands in most, and never more than about five. */
export function rarityOfStem({ size, withStem }: LibraryCounts, stem: string): number {
  const count = Math.min(withStem(stem), size);
  const share = Math.max((count + 0.5) / (size + MORE_COES + 1), RAREST);
  return -Math.log(share);
}

/** How often each sort of tick is taken to be shared by chance, before a library can tell. */
const USUAL: Readonly<Record<TickSort, number>> = {
  condition: 0.12,
  trigger: 0.12,
  signal: 0.25,
  place: 0.1,
  tag: 0.05,
};
const USUAL_AMONG = 30;

/** How much it says that two COEs have a tick in common. */
export function rarityOfTick({ size, withTick }: LibraryCounts, sort: TickSort, key: string): number {
  const share = (Math.min(withTick(key), size) + USUAL[sort] * USUAL_AMONG) / (size + USUAL_AMONG);
  return Math.min(3, -Math.log(Math.max(share, Number.MIN_VALUE)));
}
