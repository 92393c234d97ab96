import type { Page } from '@playwright/test';

import { RAN } from '#test/support/hostile-texts.ts';

/** Where the page's own parts lie, in Electron and in a browser. An image that stands for nothing would be asked for beside them. */
const OWN_PART = /^(?:app:\/\/once|https:\/\/once\.invalid)\/(?:index\.html|layers\.css|assets\/[\w.-]+)(?:[?#]|$)/;

/** What a page did that it should not have done. */
export type Watch = {
  /** Addresses it asked for, whether they were refused or not. */
  readonly requests: string[];
  /** Addresses it was led to. */
  readonly navigations: string[];
  /** Whether one of the hostile texts has run since the last time the page was loaded. */
  readonly hasRun: () => Promise<boolean>;
};

/** Watches a page from now on. */
export function watchPage(page: Page): Watch {
  const requests: string[] = [];
  const navigations: string[] = [];
  page.on('request', (request) => {
    if (!OWN_PART.test(request.url())) requests.push(request.url());
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || !OWN_PART.test(frame.url())) navigations.push(frame.url());
  });
  return { requests, navigations, hasRun: () => page.evaluate((ran) => ran in globalThis, RAN) };
}
