// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { copyCoe } from '#renderer/editor/shell/copy-coe.ts';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { someCoe } from '#test/support/some-coe.ts';

afterEach(() => queryClient.clear());

it.each([
  ['Pacific/Auckland', '2 June 2026'],
  ['Pacific/Niue', '1 June 2026'],
])('counts days in the zone of the settings: %s', async (zone, day) => {
  const bridge = fakeBridge({ 'clipboard:write': null });
  queryClient.setQueryData(['settings:read', {}], { ...DEFAULT_SETTINGS, zone });

  await copyCoe(someCoe({ updatedAt: '2026-06-01T13:00:00.000Z' }), 'rich-text');

  expect(bridge.requests('clipboard:write')[0]?.html).toContain(day);
});
