import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it, vi } from 'vitest';

import { everyCoe } from '#domain/catalogue/coe-filter.ts';
import { ok } from '#domain/result.ts';
import type { CoeListPage, CoeListRequest } from '#ipc/coe-list.ts';
import { createEarlyList } from '#main/app/early-list.ts';

const request: CoeListRequest = { filter: everyCoe(), text: '', order: 'title', offset: 0, limit: 50 };
const kept: CoeListPage = { total: 7, offset: 0, rows: [] };
const real: CoeListPage = { total: 8, offset: 0, rows: [] };

/** A library that never opens unless the test says so. */
function library(rows: { request: CoeListRequest; page: CoeListPage } | null) {
  let isOpen = false;
  const early = createEarlyList(Promise.resolve(rows), () => isOpen);
  let isShown = false;
  void early.shown.then(() => (isShown = true));
  return {
    list: early.before(() => Promise.resolve(ok(real))),
    open: () => (isOpen = true),
    isShown: async () => {
      await pause(5);
      return isShown;
    },
  };
}

describe('the list before the library is open', () => {
  it('has the rows of the last start, and lets the library begin once they are shown', async () => {
    const { list, isShown } = library({ request, page: kept });
    expect(await isShown()).toBe(false);
    expect(await list(request)).toEqual(ok(kept));
    expect(await isShown()).toBe(true);
  });

  it('answers nothing else from them', async () => {
    const { list } = library({ request, page: kept });
    expect(await list({ ...request, text: 'rent' })).toEqual(ok(real));
    expect(await list({ ...request, order: 'severity' })).toEqual(ok(real));
  });

  it('is the real one as soon as the library is open', async () => {
    const { list, open } = library({ request, page: kept });
    open();
    expect(await list(request)).toEqual(ok(real));
  });

  it('does not keep the library waiting when nothing was kept', async () => {
    expect(await library(null).isShown()).toBe(true);
  });

  it('does not keep the library waiting for a page that asks for something else', async () => {
    vi.useFakeTimers();
    const early = createEarlyList(Promise.resolve({ request, page: kept }), () => false);
    await vi.advanceTimersByTimeAsync(2000);
    await early.shown;
    vi.useRealTimers();
  });
});
