import type { Choice, Conflict } from './conflict.ts';

/** Of two sides that went against each other, the choice that takes the least away: both texts, and nothing removed. */
export const lossless = ({ kind, mine }: Conflict): Choice =>
  kind === 'text' ? 'both' : kind === 'removed' && mine === undefined ? 'theirs' : 'mine';
