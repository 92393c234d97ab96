import { describe, expect, it } from 'vitest';

import { ok } from '#domain/result.ts';
import { type Channel, CHANNELS, EVENTS } from '#ipc/channels.ts';
import { createDispatcher } from '#main/ipc/dispatcher.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import { mayReceive, mayUse } from '#main/ipc/page-window.ts';

const OWN: readonly Channel[] = [
  'capture:read',
  'capture:change',
  'capture:save',
  'capture:discard',
  'capture:close',
  'capture:show-main',
];

describe('the capture window', () => {
  it('may use its own channels and six that show no COE, and receives two events', () => {
    // A new channel is refused until it is listed here too.
    const shared = ['library:state', 'settings:read', 'app:info', 'link:open', 'spelling:check', 'spelling:menu'];
    expect(CHANNELS.filter((channel) => mayUse('capture', channel)).toSorted()).toEqual([...OWN, ...shared].toSorted());
    expect(EVENTS.filter((event) => mayReceive('capture', event))).toEqual(['library:changed', 'settings:changed']);
  });

  it('reaches no handler on any other channel', async () => {
    const reached: string[] = [];
    const handlers = Object.fromEntries(
      CHANNELS.map((channel) => [channel, async () => ok(reached.push(channel))]),
    ) as unknown as Handlers;
    const dispatch = createDispatcher(handlers, () => 'r');
    for (const channel of CHANNELS) {
      if (mayUse('capture', channel)) continue;
      expect(await dispatch('capture', channel, {}), channel).toEqual({
        ok: false,
        error: { kind: 'invalid-request', detail: 'not for this window' },
      });
    }
    expect(reached).toEqual([]);
  });
});

describe('the main window', () => {
  it('may use every channel except those of the capture window, and receives every event', () => {
    expect(CHANNELS.filter((channel) => !mayUse('main', channel)).toSorted()).toEqual(OWN.toSorted());
    expect(EVENTS.every((event) => mayReceive('main', event))).toBe(true);
  });
});
