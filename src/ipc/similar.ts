import { z } from 'zod';

import type { ActionSummary } from '#domain/catalogue/coe-summary.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { coeIdSchema } from '#domain/ids.ts';
import type { Reason } from '#domain/similar/reasons.ts';
import type { SimilarityLevel } from '#domain/similar/similarity.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { batchSchema, inLibrary } from './ids.ts';

/** The action of a similar COE that last tried to prevent it: see `latestFix`. */
export type SimilarFix = Pick<
  ActionSummary,
  'text' | 'status' | 'result' | 'doneOn' | 'checkDate' | 'checkDateWords'
> & {
  actionId: string;
};

/** A COE similar to the one being edited. `isStrong` when it is shown unasked: whenever the level is not `none`. */
export type SimilarCoe = Pick<Coe, 'id' | 'title' | 'kind' | 'happened'> & {
  score: number;
  level: SimilarityLevel;
  isStrong: boolean;
  reasons: Reason[];
  fix: SimilarFix | null;
  /** The fixes of the COEs that this one repeats, oldest first. */
  earlierFixes: SimilarFix[];
};

/** A COE of a pair, as lists name it. */
export type PairedCoe = Pick<Coe, 'id' | 'title' | 'kind' | 'happened'>;

/** Two COEs of the library of which the later one may repeat the earlier one, and why. */
export type LikelyPair = {
  later: PairedCoe;
  earlier: PairedCoe;
  level: Exclude<SimilarityLevel, 'none'>;
  reasons: Reason[];
};

/**
 * What a step through the library found. `next` is the position for the next step, null after the last COE; `done` of
 * `total` COEs were compared so far. A pair may come again in a later step.
 */
export type PairsStep = { pairs: LikelyPair[]; next: number | null; done: number; total: number };

/** What a person says about a pair; `none` takes the other answers back. */
export const PAIR_ANSWERS = ['repeat', 'not-same', 'none'] as const;
export type PairAnswer = (typeof PAIR_ANSWERS)[number];

/**
 * The channels of similar COEs. The COE is sent as it is on screen, saved or not. The answer has at most five COEs, best
 * first. COEs that were dismissed in this COE, or are linked with it, are left out.
 */
export const SIMILAR_CHANNELS = {
  'similar:find': { request: z.strictObject({ coe: coeSchema }), answer: typeOf<{ similar: SimilarCoe[] }>() },
  /**
   * Compares the next COEs of the library, newest first, and answers after a few; of all, or of those that an import
   * brought. Leaves out pairs that are linked, share a pattern or were dismissed.
   */
  'similar:pairs': {
    request: z.strictObject({ batch: batchSchema.nullable(), from: z.number().int().min(0) }),
    answer: typeOf<PairsStep>(),
  },
  /** Links the later COE as a repeat of the earlier one, or remembers in it that they are not the same. */
  'similar:answer-pair': {
    request: z.strictObject({ ...inLibrary, later: coeIdSchema, earlier: coeIdSchema, answer: z.enum(PAIR_ANSWERS) }),
    answer: typeOf<{ revision: string }>(),
  },
} as const satisfies Contracts;
