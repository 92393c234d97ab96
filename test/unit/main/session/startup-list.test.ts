import { setImmediate as nextTurn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { ok } from '#domain/result.ts';
import { todayOf } from '#domain/today/today-of.ts';
import type { Today } from '#domain/today/today.ts';
import type { CoeListPage, CoeListRequest } from '#ipc/coe-list.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import type { FirstRows } from '#main/library/first-rows.ts';
import { createStartupList } from '#main/session/startup-list.ts';

const request: CoeListRequest = { filter: emptyFilter(), text: '', order: 'title', offset: 0, limit: 50 };
const page: CoeListPage = { total: 7, offset: 0, rows: [] };
const today = todayOf([], '2026-03-01', 'UTC');
const kept = { request, page };
const keptOfTeam = { ...kept, whose: 'mine' } as const;

/** A start whose library opens only when the test says so. */
function start(
  rows: (Omit<FirstRows, 'today' | 'zone' | 'whose'> & Partial<FirstRows>) | null,
  due: Today | null = today,
) {
  let isOpen = false;
  let isShown = false;
  const list = createStartupList({
    rows: Promise.resolve(rows === null ? null : { whose: 'everyone', ...rows, today: due, zone: 'UTC' }),
    settings: () => DEFAULT_SETTINGS,
  });
  list.endWhen(() => isOpen);
  void list.shown.then(() => (isShown = true));
  return {
    ask: (channel: string, asked: unknown) => list.answer('main', channel, asked),
    askFromCapture: (channel: string, asked: unknown) => list.answer('capture', channel, asked),
    setOpen: (value: boolean) => (isOpen = value),
    isShown: async () => {
      await nextTurn();
      return isShown;
    },
  };
}

describe('the first screen before the library is open', () => {
  it('gets what the last start kept, the settings and no team', async () => {
    const { ask, isShown } = start(kept);
    expect(await ask('coes:list', request)).toEqual(ok(page));
    expect(await ask('today:read', {})).toEqual(ok(today));
    expect(await ask('settings:read', {})).toEqual(ok(DEFAULT_SETTINGS));
    expect(await ask('team:state', {})).toEqual(ok({ is: 'none' }));
    expect(await isShown()).toBe(false);
  });

  it('gets one’s own day alone in a team’s library, which is said to be opening', async () => {
    const { ask, isShown } = start(keptOfTeam);
    expect(await ask('team:state', {})).toEqual(ok({ is: 'opening' }));
    expect(await ask('today:read', { whose: 'mine' })).toEqual(ok(today));
    expect(await isShown()).toBe(false);
    expect(await ask('today:read', {})).toBe(null);
    expect(await isShown()).toBe(true);
  });

  it('gets the list for the same request in another order of its keys', async () => {
    const { limit, offset, order, text, filter } = request;
    expect(await start(kept).ask('coes:list', { limit, offset, order, text, filter, seed: undefined })).toEqual(
      ok(page),
    );
  });

  it('lets the rest be loaded once it is shown', async () => {
    const { ask, isShown } = start(kept);
    expect(await ask('library:state', {})).toBe(null);
    expect(await isShown()).toBe(false);
    expect(await ask('app:shown', {})).toBe(null);
    expect(await isShown()).toBe(true);
  });

  it.each([
    ['another list', 'coes:list', { ...request, text: 'rent' }],
    ['the list in another order', 'coes:list', { ...request, order: 'severity' }],
    ['what is due for one person', 'today:read', { whose: 'mine' }],
    ['something that is not plain', 'coes:list', { ...request, text: 1n }],
  ])('lets the rest be loaded for a page that asks for %s', async (_what, channel, asked) => {
    const { ask, isShown } = start(kept);
    expect(await ask(channel, asked)).toBe(null);
    expect(await isShown()).toBe(true);
  });

  it('gets an empty list, which lets the rest be loaded', async () => {
    const empty = { ...page, total: 0 };
    const { ask, isShown } = start({ request, page: empty });
    await ask('settings:read', {});
    expect(await isShown()).toBe(false);
    expect(await ask('coes:list', request)).toEqual(ok(empty));
    expect(await isShown()).toBe(true);
  });

  it('lets the rest be loaded for a page that asks what was due, if that was not kept', async () => {
    const { ask, isShown } = start(kept, null);
    expect(await ask('today:read', {})).toBe(null);
    expect(await isShown()).toBe(true);
  });

  it('lets the rest be loaded for a page that asks for anything when nothing was kept', async () => {
    const { ask, isShown } = start(null);
    expect(await isShown()).toBe(false);
    expect(await ask('settings:read', {})).toBe(null);
    expect(await isShown()).toBe(true);
  });

  it('does not hold up other requests while the rows are not read', async () => {
    const list = createStartupList({ rows: new Promise(() => undefined), settings: () => DEFAULT_SETTINGS });
    for (const channel of ['library:choose', 'library:open-recent', 'app:flushed', 'app:shown']) {
      expect(await list.answer('main', channel, {})).toBe(null);
    }
    await list.shown;
  });

  it('is not for the capture window', async () => {
    const { askFromCapture } = start(kept);
    expect(await askFromCapture('coes:list', request)).toBe(null);
    expect(await askFromCapture('settings:read', {})).toBe(null);
  });

  it('ends when the library is open, also after it has been closed again', async () => {
    const { ask, setOpen } = start(kept);
    setOpen(true);
    expect(await ask('coes:list', request)).toBe(null);
    setOpen(false);
    expect(await ask('coes:list', request)).toBe(null);
  });
});
