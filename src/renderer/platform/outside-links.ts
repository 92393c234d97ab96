import { invoke } from './bridge.ts';

/** Asks main to open a link in the browser. Main shows the address and asks first; the page never navigates. */
export const openOutside = (url: string): void => void invoke('link:open', { url });
