import { z } from 'zod';

import { coeIdSchema } from '#domain/ids.ts';
import type { Chain } from '#domain/links/chains.ts';
import type { LinkedCoe } from '#domain/links/links-of.ts';

import { type Contracts, typeOf } from './channel-contract.ts';

/** The channel of links between COEs. */
export const LINK_CHANNELS = {
  /** Links from and to the COE, and the chain of repeats that it belongs to. */
  'links:read': {
    request: z.strictObject({ coeId: coeIdSchema }),
    answer: typeOf<{ links: LinkedCoe[]; chain: Chain }>(),
  },
} as const satisfies Contracts;
