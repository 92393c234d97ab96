import type { CDPSession, Page } from '@playwright/test';

/** What a page has computed since it was loaded: milliseconds of script and of styles and layout, and how many of both. */
export type Costs = {
  readonly script: number;
  readonly layout: number;
  readonly styleCount: number;
  readonly layoutCount: number;
};

/** Lets a page count what it computes. */
export async function watchCosts(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** What the page has computed so far. */
export async function readCosts(session: CDPSession): Promise<Costs> {
  const { metrics } = await session.send('Performance.getMetrics');
  const valueOf = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    script: valueOf('ScriptDuration') * 1000,
    layout: (valueOf('LayoutDuration') + valueOf('RecalcStyleDuration')) * 1000,
    styleCount: valueOf('RecalcStyleCount'),
    layoutCount: valueOf('LayoutCount'),
  };
}
