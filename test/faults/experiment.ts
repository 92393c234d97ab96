import type { Workshop } from './workshop.ts';

/** What an experiment saw. */
export type Outcome = {
  /** What was counted, in the order in which it is told. */
  readonly counts: Readonly<Record<string, number>>;
  /** Each promise that did not hold, in words; empty when all did. */
  readonly broken: readonly string[];
};

/** Something that could not be tried here, and why. */
export type Skipped = { readonly skipped: string };

/**
 * One experiment: what is exercised, what goes wrong meanwhile, and a check that counts whether the promises held. A
 * control exercises a way of saving that is known to be worse; one that shows no damage proves that the harness would
 * not have either.
 */
export type Experiment = {
  readonly name: string;
  readonly subject: string;
  readonly fault: string;
  readonly isControl?: boolean;
  readonly check: (workshop: Workshop) => Promise<Outcome | Skipped>;
};
