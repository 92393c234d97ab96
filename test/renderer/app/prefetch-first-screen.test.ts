// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';

import { todayOf } from '#domain/today/today-of.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import type { TeamState } from '#ipc/team.ts';
import { prefetchFirstScreen } from '#renderer/app/prefetch-first-screen.ts';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { someTeam } from '#test/support/team-states.ts';

beforeEach(() => queryClient.clear());

it.each<[TeamState, object]>([
  [{ is: 'none' }, {}],
  [{ is: 'opening' }, { whose: 'mine' }],
  [someTeam(), { whose: 'mine' }],
])('the first screen of a library whose team is %j asks for the day of %j alone', async (team, asked) => {
  const bridge = fakeBridge({
    'settings:read': DEFAULT_SETTINGS,
    'team:state': team,
    'today:read': todayOf([], '2026-05-14', 'UTC'),
    'coes:list': { total: 0, offset: 0, rows: [] },
  });
  await prefetchFirstScreen();
  await expect.poll(() => bridge.requests('today:read')).toEqual([asked]);
});
