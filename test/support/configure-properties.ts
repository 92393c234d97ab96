import fc from 'fast-check';

import { PROPERTY_SEED } from './property-seed.ts';

// A test may name a seed of its own, which then applies to it alone.
fc.configureGlobal({ seed: PROPERTY_SEED });
