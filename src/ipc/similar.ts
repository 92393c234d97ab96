import { z } from 'zod';

import type { ActionSummary } from '#domain/catalogue/coe-summary.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import type { Reason } from '#domain/similar/reasons.ts';

/** What a similar COE last did so that it would not happen again. */
export type SimilarFix = Pick<ActionSummary, 'text' | 'status' | 'result' | 'doneOn' | 'checkDate'> & {
  actionId: string;
};

/** A COE like the one that is being written. `isStrong` when it is worth telling a person of. */
export type SimilarCoe = Pick<Coe, 'id' | 'title' | 'kind' | 'happened'> & {
  score: number;
  isStrong: boolean;
  reasons: Reason[];
  fix: SimilarFix | null;
};

/** What main lets through on the channel. The COE is as it stands on the screen, saved or not. */
export const SIMILAR_REQUESTS = {
  'similar:find': z.strictObject({ coe: coeSchema }),
} as const;

/** Best first, five at most. Those that were dismissed in this COE or are linked with it are left out. */
export type SimilarAnswers = {
  'similar:find': { similar: SimilarCoe[] };
};
