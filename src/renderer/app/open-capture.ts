import { invoke } from '../platform/bridge.ts';

/** Opens the quick capture window. */
export const openCapture = (): void => void invoke('capture:open', {});
