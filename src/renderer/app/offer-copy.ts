import type { Coe } from '#domain/coe/coe.ts';

import { invoke } from '../platform/bridge.ts';
import { showToast } from '../ui/toast.tsx';

/** Offers to save a COE elsewhere, whose last changes could not be saved before its library was left. */
export const offerCopy = (coe: Coe): void =>
  showToast('The last changes in the library you left could not be saved.', {
    label: 'Save a copy…',
    run: () => void invoke('coe:save-copy', { coe }),
  });
