import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createExchangeTimer } from '#main/team/exchange-timer.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

function startTimer(ends: 'shared' | 'waiting' | 'failed' = 'shared') {
  const commit = vi.fn(async () => true);
  const exchange = vi.fn(async () => ends);
  const timer = createExchangeTimer({
    commit,
    exchange,
    random: () => 0.5,
    onError: (error) => expect(error).toBeNull(),
  });
  return { timer, commit, exchange };
}
const after = async (seconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(seconds * 1000);

it('exchanges at the start, and every five minutes', async () => {
  const { timer, exchange } = startTimer();
  timer.start();
  await after(0);
  expect(exchange).toHaveBeenCalledTimes(1);
  await after(299);
  expect(exchange).toHaveBeenCalledTimes(1);
  await after(2);
  expect(exchange).toHaveBeenCalledTimes(2);
});

it('commits a minute after the last change, and exchanges half a minute to a minute later', async () => {
  const { timer, commit, exchange } = startTimer();
  timer.start();
  await after(0);
  timer.onEdited();
  await after(50);
  timer.onEdited();
  await after(50);
  expect(commit).not.toHaveBeenCalled();
  await after(10);
  expect(commit).toHaveBeenCalledTimes(1);
  expect(exchange).toHaveBeenCalledTimes(1);
  await after(45);
  expect(exchange).toHaveBeenCalledTimes(2);
});

it('tries again after failures, each time later, up to half an hour', async () => {
  const { timer, exchange } = startTimer('failed');
  timer.start();
  await after(0);
  await after(68);
  expect(exchange).toHaveBeenCalledTimes(2);
  await after(68);
  expect(exchange).toHaveBeenCalledTimes(2);
  await after(70);
  expect(exchange).toHaveBeenCalledTimes(3);
  await after(300);
  expect(exchange).toHaveBeenCalledTimes(4);
  await after(300);
  expect(exchange).toHaveBeenCalledTimes(4);
});

it('does nothing by itself after it was stopped', async () => {
  const { timer, commit, exchange } = startTimer();
  timer.start();
  await after(0);
  timer.onEdited();
  timer.stop();
  timer.onEdited();
  timer.onCommitted();
  await after(3600);
  expect(commit).not.toHaveBeenCalled();
  expect(exchange).toHaveBeenCalledTimes(1);
});

it('exchanges once when asked twice at the same time', async () => {
  const { timer, exchange } = startTimer();
  timer.start();
  await Promise.all([timer.now(), timer.now()]);
  expect(exchange).toHaveBeenCalledTimes(1);
});
