import { invoke } from './bridge.ts';

let isReported = false;

/**
 * Tells main, once, that the first screen with something to read is drawn. Call it when its rows have been rendered. Main
 * then loads what it has left out.
 */
export function reportShown(): void {
  if (isReported) return;
  isReported = true;
  // A window that nobody sees draws no frames.
  if (document.visibilityState === 'hidden') tell();
  else requestAnimationFrame(tell);
}

/** In the frame after the one with the rows. The benchmark measures until this mark. */
function tell(): void {
  performance.mark('first-rows');
  void invoke('app:shown', {});
}
