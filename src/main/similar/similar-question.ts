import type { Coe } from '#domain/coe/coe.ts';

/** What the worker is asked: which COEs are like this one, with what only main knows of the library. */
export type SimilarQuestion = {
  readonly coe: Coe;
  /** How many COEs there are, and in how many of them each tick of this one stands. */
  readonly size: number;
  readonly ticks: ReadonlyMap<string, number>;
  /** COEs to look at whatever their words, because the same things were chosen in them. */
  readonly lookAt: readonly string[];
  readonly leaveOut: readonly string[];
  readonly most: number;
};
