import { expect, test } from 'vitest';

import { createIdleTimer } from '#main/session/idle-timer.ts';

const MINUTE = 60_000;

function withClock() {
  let now = 0;
  let minutes = 5;
  let idle = 0;
  const clock = createIdleTimer(
    () => now,
    () => minutes,
    () => (idle += 1),
  );
  const pass = (ms: number): number => {
    now += ms;
    clock.check();
    return idle;
  };
  return { clock, pass, set: (value: number) => (minutes = value) };
}

test('fires once per idle period', () => {
  const { clock, pass } = withClock();
  expect(pass(4 * MINUTE)).toBe(0);
  clock.onActivity();
  expect(pass(4 * MINUTE)).toBe(0);
  expect(pass(MINUTE)).toBe(1);
  expect(pass(60 * MINUTE)).toBe(1);
  clock.onActivity();
  expect(pass(5 * MINUTE)).toBe(2);
});

test('follows the setting at once, and never fires at 0', () => {
  const { pass, set } = withClock();
  set(0);
  expect(pass(600 * MINUTE)).toBe(0);
  set(1);
  expect(pass(1)).toBe(1);
});
