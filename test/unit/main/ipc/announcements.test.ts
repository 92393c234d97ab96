import { expect, test, vi } from 'vitest';

import { createAnnouncements } from '#main/ipc/announcements.ts';

test('an event reaches every listener of its name, then the windows', () => {
  const order: string[] = [];
  const { announce, onAnnounced } = createAnnouncements((event) => order.push(`windows: ${event}`));
  onAnnounced('coes:changed', ({ ids }) => order.push(`first: ${String(ids)}`));
  onAnnounced('coes:changed', ({ ids }) => order.push(`second: ${String(ids)}`));
  announce('coes:changed', { ids: 'many' });
  expect(order).toEqual(['first: many', 'second: many', 'windows: coes:changed']);
});

test('a listener does not receive other events', () => {
  const send = vi.fn();
  const listener = vi.fn();
  const { announce, onAnnounced } = createAnnouncements(send);
  onAnnounced('coes:changed', listener);
  announce('people:changed', {});
  expect(listener).not.toHaveBeenCalled();
  expect(send).toHaveBeenCalledWith('people:changed', {});
});
