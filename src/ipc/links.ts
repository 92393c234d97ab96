import { z } from 'zod';

import { coeIdSchema } from '#domain/ids.ts';
import type { Chain } from '#domain/links/chains.ts';
import type { LinkedCoe } from '#domain/links/links-of.ts';

/** The request schema for the links between COEs. */
export const LINK_REQUESTS = { 'links:read': z.strictObject({ coeId: coeIdSchema }) } as const;

/** The successful result of `links:of`. Both arrays are empty for a COE without links. */
export type LinkAnswers = {
  /** Links from and to the COE, and the chain of repeats that it belongs to. */
  'links:read': { links: LinkedCoe[]; chain: Chain };
};
