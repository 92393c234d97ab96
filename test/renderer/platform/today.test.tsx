// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { QueryClientProvider, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { dayZone } from '#domain/time/day-zone.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { queryClient } from '#renderer/platform/queries.ts';
import { useTimeOfDay, useToday, useZone, watchDay } from '#renderer/platform/today.ts';

const MIDNIGHT_IN_AUCKLAND = Date.UTC(2026, 5, 1, 12);
const MINUTE = 60_000;

const listeners = new Map<string, (payload: unknown) => void>();
const asked = vi.fn();
let stop: () => void = () => undefined;

/** Settings as main announces them. */
const settings = (zone: string) => ({ ...DEFAULT_SETTINGS, zone });

beforeEach(() => {
  vi.useFakeTimers({ now: MIDNIGHT_IN_AUCKLAND - 90 * MINUTE });
  Object.assign(window, {
    once: {
      ask: () => new Promise(() => undefined),
      on: (event: string, listener: (payload: unknown) => void) => {
        listeners.set(event, listener);
        return () => listeners.delete(event);
      },
    },
  });
  queryClient.setQueryData(['settings:read', {}], settings('Pacific/Auckland'));
  // A list on screen: it is asked for again whenever it becomes stale.
  const queryFn = (): number => {
    asked();
    return 0;
  };
  const stopShowing = new QueryObserver(queryClient, { queryKey: ['today:read', {}], queryFn }).subscribe(() => {});
  const stopWatching = watchDay();
  stop = () => {
    stopShowing();
    stopWatching();
  };
});

afterEach(() => {
  stop();
  cleanup();
  queryClient.clear();
  asked.mockReset();
  vi.useRealTimers();
});

function Shown() {
  return (
    <p>
      {useToday()} in {useZone()}
    </p>
  );
}

const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <Shown />
    </QueryClientProvider>,
  );

it('turns to the next day at midnight in the zone of the settings, and asks for its lists', async () => {
  show();
  await act(() => vi.advanceTimersByTimeAsync(90 * MINUTE - 1));
  expect(screen.getByText('2026-06-01 in Pacific/Auckland')).toBeTruthy();
  expect(asked).toHaveBeenCalledTimes(1);
  await act(() => vi.advanceTimersByTimeAsync(1));
  expect(screen.getByText('2026-06-02 in Pacific/Auckland')).toBeTruthy();
  expect(asked).toHaveBeenCalledTimes(2);
});

it('follows the time of day while nothing else happens', async () => {
  const Time = () => <p>{useTimeOfDay()}</p>;
  render(
    <QueryClientProvider client={queryClient}>
      <Time />
    </QueryClientProvider>,
  );
  expect(screen.getByText('22:30')).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(5 * MINUTE));
  expect(screen.getByText('22:35')).toBeTruthy();
});

it.each([
  ['gets the focus', () => window.dispatchEvent(new Event('focus'))],
  ['is shown', () => document.dispatchEvent(new Event('visibilitychange'))],
])('notices a midnight that the computer slept over when the window %s', async (_, wake) => {
  show();
  await act(() => vi.advanceTimersByTimeAsync(MINUTE));
  vi.setSystemTime(MIDNIGHT_IN_AUCKLAND + 8 * 60 * MINUTE);
  await act(async () => {
    wake();
    await vi.advanceTimersByTimeAsync(0);
  });
  expect(screen.getByText('2026-06-02 in Pacific/Auckland')).toBeTruthy();
  expect(asked).toHaveBeenCalledTimes(2);
});

it.each(['people:read', 'people:agenda'] as const)(
  'asks for %s again at midnight: it tells what is due',
  async (channel) => {
    const read = vi.fn(() => 0);
    const stopShowing = new QueryObserver(queryClient, { queryKey: [channel, {}], queryFn: read }).subscribe(() => {});
    await act(() => vi.advanceTimersByTimeAsync(90 * MINUTE));
    expect(read).toHaveBeenCalledTimes(2);
    stopShowing();
  },
);

it('asks for the lists again once main has another zone', async () => {
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveBeenCalledTimes(1);
  listeners.get('settings:changed')?.(settings('Pacific/Niue'));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveBeenCalledTimes(2);
  listeners.get('settings:changed')?.({ ...settings('Pacific/Niue'), theme: 'dark' });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveBeenCalledTimes(2);
});

it('uses the zone of the computer for one that is unknown', () => {
  const computer = dayZone('', new Intl.DateTimeFormat().resolvedOptions().timeZone);
  queryClient.setQueryData(['settings:read', {}], settings('Mars/Phobos'));
  show();
  expect(screen.getByText(`in ${computer}`, { exact: false })).toBeTruthy();
});
