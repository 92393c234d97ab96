import { z } from 'zod';

import type { ActionSummary } from '#domain/catalogue/coe-summary.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import type { Reason } from '#domain/similar/reasons.ts';
import type { SimilarityLevel } from '#domain/similar/similarity.ts';

import { type Contracts, typeOf } from './channel-contract.ts';

/** The action of a similar COE that last tried to prevent it: see `latestFix`. */
export type SimilarFix = Pick<ActionSummary, 'text' | 'status' | 'result' | 'doneOn' | 'checkDate'> & {
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

/**
 * The channel of similar COEs. The COE is sent as it is on screen, saved or not. The answer has at most five COEs, best
 * first. COEs that were dismissed in this COE, or are linked with it, are left out.
 */
export const SIMILAR_CHANNELS = {
  'similar:find': { request: z.strictObject({ coe: coeSchema }), answer: typeOf<{ similar: SimilarCoe[] }>() },
} as const satisfies Contracts;
