import { z } from 'zod';

import type { ActionSummary } from '#domain/catalogue/coe-summary.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import type { Reason } from '#domain/similar/reasons.ts';

/** The action of a similar COE that last tried to prevent it: see `latestFix`. */
export type SimilarFix = Pick<ActionSummary, 'text' | 'status' | 'result' | 'doneOn' | 'checkDate'> & {
  actionId: string;
};

/** A COE similar to the one being edited. `isStrong` when the similarity is high enough to notify the person. */
export type SimilarCoe = Pick<Coe, 'id' | 'title' | 'kind' | 'happened'> & {
  score: number;
  isStrong: boolean;
  reasons: Reason[];
  fix: SimilarFix | null;
};

/** The request schema of `similar:find`. The COE is sent as it is on screen, saved or not. */
export const SIMILAR_REQUESTS = {
  'similar:find': z.strictObject({ coe: coeSchema }),
} as const;

/**
 * The successful result of `similar:find`: at most five COEs, best first. COEs that were dismissed in this COE, or are
 * linked with it, are left out.
 */
export type SimilarAnswers = {
  'similar:find': { similar: SimilarCoe[] };
};
