import type { Page } from '@playwright/test';

/**
 * Holds back what the page does in its next frame, so that what is typed from now on is typed before that frame, however
 * slow the machine is. Answers how to let the frames pass.
 */
export async function holdFrames(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { requestAnimationFrame: ask, cancelAnimationFrame: cancel } = window;
    const held = new Map<number, FrameRequestCallback>();
    let last = 0;
    window.requestAnimationFrame = (run) => {
      last -= 1;
      held.set(last, run);
      return last;
    };
    window.cancelAnimationFrame = (id) => void (held.delete(id) || cancel(id));
    const letFramesPass = (): void => {
      Object.assign(window, { requestAnimationFrame: ask, cancelAnimationFrame: cancel });
      for (const run of held.values()) ask(run);
    };
    Object.assign(window, { letFramesPass });
  });
  return () => page.evaluate(() => (window as unknown as { letFramesPass: () => void }).letFramesPass());
}
