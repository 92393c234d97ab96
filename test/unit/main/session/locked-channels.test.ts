import { expect, test } from 'vitest';

import { ok } from '#domain/result.ts';
import { type Channel, CHANNELS } from '#ipc/channels.ts';
import type { LibraryState } from '#ipc/library-state.ts';
import { refuseWhileLocked } from '#main/session/locked-channels.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

const everyHandler = Object.fromEntries(
  CHANNELS.map((channel) => [channel, async () => ok(channel)]),
) as unknown as Handlers;
const closed = (status: LibraryState['status']) => () => ({ status }) as LibraryState;

/** The channels that a locked library answers. A new channel is refused until it is listed here too. */
const ALLOWED: readonly Channel[] = [
  'library:state',
  'library:choose',
  'library:recents',
  'library:open-recent',
  'library:open-examples',
  'library:retry',
  'library:reveal',
  'library:sync-service',
  'vault:state',
  'vault:unlock',
  'vault:view-state',
  'vault:lock',
  'capture:open',
  'capture:access',
  'capture:read',
  'capture:change',
  'capture:discard',
  'capture:close',
  'capture:show-main',
  'team:state',
  'sharing:own-card',
  'sharing:name-card',
  'sharing:save-card',
  'sharing:contacts',
  'sharing:import-card',
  'sharing:set-compared',
  'sharing:remove-contact',
  'settings:read',
  'settings:change',
  'link:open',
  'app:info',
  'app:licences',
  'app:shown',
  'app:diagnostics',
  'app:copy-diagnostics',
  'app:flushed',
  'app:run-native',
];

test.each(['locked', 'changing'] as const)(
  'every channel about the content of a library that is %s is refused',
  async (status) => {
    const handlers = refuseWhileLocked(everyHandler, closed(status));
    for (const channel of CHANNELS) {
      const answer = await (handlers[channel] as () => Promise<unknown>)();
      const refused = { ok: false, error: { kind: status === 'locked' ? 'library-locked' : 'library-loading' } };
      expect(answer, channel).toEqual(ALLOWED.includes(channel) ? ok(channel) : refused);
    }
  },
);

test('an open library answers every channel', async () => {
  const handlers = refuseWhileLocked(everyHandler, () => null);
  for (const channel of CHANNELS) expect(await (handlers[channel] as () => Promise<unknown>)()).toEqual(ok(channel));
});
