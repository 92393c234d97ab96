import { afterEach, expect, it, vi } from 'vitest';

import { createEditLook } from '#main/team/edit-look.ts';

afterEach(() => vi.useRealTimers());

function start() {
  vi.useFakeTimers();
  const looked: (readonly string[] | 'all')[] = [];
  let end = (): void => undefined;
  const look = createEditLook(
    (among) => {
      looked.push(among);
      return new Promise<void>((resolve) => (end = resolve));
    },
    (error) => {
      throw error;
    },
  );
  return { look, looked, end: () => end() };
}

it('looks at named files at once, and at those that are named meanwhile afterwards, together', async () => {
  const { look, looked, end } = start();
  look.note(['coes/a']);
  look.note(['coes/b']);
  look.note(['coes/c', 'coes/b']);
  expect(looked).toEqual([['coes/a']]);
  end();
  await vi.advanceTimersByTimeAsync(0);
  expect(looked).toEqual([['coes/a'], ['coes/b', 'coes/c']]);
});

it('looks at all files once, however often it is told that many changed', async () => {
  const { look, looked, end } = start();
  for (let times = 0; times < 100; times += 1) {
    look.note('all');
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(looked).toEqual([]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(looked).toEqual(['all']);
  // Told while it looks, it looks again, and never twice at once.
  look.note('all');
  await vi.advanceTimersByTimeAsync(5000);
  expect(looked).toEqual(['all']);
  end();
  await vi.advanceTimersByTimeAsync(0);
  expect(looked).toEqual(['all', 'all']);
});

it('looks at all files after a minute, even if they never stop changing', async () => {
  const { look, looked } = start();
  for (let seconds = 0; seconds < 70; seconds += 1) {
    look.note('all');
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(looked).toEqual(['all']);
});

it('looks at nothing after it was stopped', async () => {
  const { look, looked } = start();
  look.note('all');
  look.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(looked).toEqual([]);
});
