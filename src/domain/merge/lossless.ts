import type { Choice, Conflict } from './conflict.ts';

/** The choice that loses the least: both texts, and nothing removed; mine for other conflicts. */
export const lossless = ({ kind, mine }: Conflict): Choice =>
  kind === 'text' ? 'both' : kind === 'removed' && mine === undefined ? 'theirs' : 'mine';
