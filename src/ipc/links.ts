import { z } from 'zod';

import { coeIdSchema } from '#domain/ids.ts';
import type { Chain } from '#domain/links/chains.ts';
import type { LinkedCoe } from '#domain/links/links-of.ts';

/** What main lets through about how COEs are connected. */
export const LINK_REQUESTS = { 'links:read': z.strictObject({ coeId: coeIdSchema }) } as const;

export type LinkAnswers = {
  /** The links at both ends, and the chain of repeats the COE is part of, if there is one. */
  'links:read': { links: LinkedCoe[]; chain: Chain };
};
