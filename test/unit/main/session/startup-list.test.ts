import { setImmediate as nextTurn } from 'node:timers/promises';

import { describe, expect, it, vi } from 'vitest';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { ok } from '#domain/result.ts';
import type { CoeListPage, CoeListRequest } from '#ipc/coe-list.ts';
import { createStartupList } from '#main/session/startup-list.ts';
import type { FirstRows } from '#main/library/first-rows.ts';
import { todayOf } from '#domain/today/today-of.ts';
import type { Today } from '#domain/today/today.ts';

const request: CoeListRequest = { filter: emptyFilter(), text: '', order: 'title', offset: 0, limit: 50 };
const kept: CoeListPage = { total: 7, offset: 0, rows: [] };
const real: CoeListPage = { total: 8, offset: 0, rows: [] };

const keptToday = todayOf([], '2026-03-01', 'UTC');
const realToday = todayOf([], '2026-03-02', 'UTC');

/** A library that opens only when the test says so. */
function library(rows: Omit<FirstRows, 'today' | 'zone'> | null, today: Today | null = null) {
  let isOpen = false;
  const early = createStartupList(
    Promise.resolve(rows === null ? null : { ...rows, today, zone: 'UTC' }),
    () => isOpen,
  );
  let isShown = false;
  void early.shown.then(() => (isShown = true));
  return {
    list: early.wrapList(() => Promise.resolve(ok(real))),
    today: early.wrapToday(() => Promise.resolve(ok(realToday))),
    open: () => (isOpen = true),
    isShown: async () => {
      // The rows are returned first; `shown` resolves in a later turn of the event loop.
      await nextTurn();
      await nextTurn();
      return isShown;
    },
  };
}

describe('the list before the library is open', () => {
  it('returns the rows of the last start, and starts the library once they are shown', async () => {
    const { list, isShown } = library({ request, page: kept });
    expect(await isShown()).toBe(false);
    expect(await list(request)).toEqual(ok(kept));
    expect(await isShown()).toBe(true);
  });

  it('returns what was due at the last start until the library is open', async () => {
    const { today, open } = library({ request, page: kept }, keptToday);
    expect(await today({})).toEqual(ok(keptToday));
    open();
    expect(await today({})).toEqual(ok(realToday));
    expect(await library({ request, page: kept }).today({})).toEqual(ok(realToday));
  });

  it.each(['list', 'today'] as const)('starts the library once both are shown, the %s first', async (first) => {
    const { list, today, isShown } = library({ request, page: kept }, keptToday);
    const ask = { list: () => list(request), today: () => today({ whose: 'mine' }) };
    await ask[first]();
    expect(await isShown()).toBe(false);
    await ask[first === 'list' ? 'today' : 'list']();
    expect(await isShown()).toBe(true);
  });

  it('answers no other request from the cache', async () => {
    const { list } = library({ request, page: kept });
    expect(await list({ ...request, text: 'rent' })).toEqual(ok(real));
    expect(await list({ ...request, order: 'severity' })).toEqual(ok(real));
  });

  it('is live once the library is open', async () => {
    const { list, open } = library({ request, page: kept });
    open();
    expect(await list(request)).toEqual(ok(real));
  });

  it('does not delay the library when nothing is cached', async () => {
    expect(await library(null).isShown()).toBe(true);
  });

  it('does not delay the library for a page that requests something else', async () => {
    vi.useFakeTimers();
    const early = createStartupList(Promise.resolve({ request, page: kept, today: null, zone: null }), () => false);
    await vi.advanceTimersByTimeAsync(2000);
    await early.shown;
    vi.useRealTimers();
  });
});
