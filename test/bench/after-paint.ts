import type { Page } from '@playwright/test';

/**
 * Gives the page `afterPaint()`, which answers when what is pending has been painted: a message that is sent in an
 * animation frame arrives after that frame.
 */
export const provideAfterPaint = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const afterPaint = (): Promise<number> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now()), { once: true });
          port1.start();
          port2.postMessage(null);
        });
      });
    Object.assign(window, { afterPaint });
  });
