import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addWritingTime, roundedMinutes } from '#renderer/draft/writing-time.ts';
import { openTestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';

describe('the minutes spent writing', () => {
  it('count typing and not the pauses between', async () => {
    const test = openTestDraft({ coe: { ...someCoe(), minutesWriting: 7 } });
    const write = async (minutes: number): Promise<void> => {
      for (let seconds = 0; seconds <= minutes * 60; seconds += 10) {
        test.type(`${seconds} ${Date.now()}`);
        await test.wait(10_000);
      }
    };
    await write(2);
    await test.wait(60 * 60_000);
    await write(3);
    expect(test.disk.file()?.coe.minutesWriting).toBeCloseTo(12, 5);
  });

  it('do not cause a save of their own', async () => {
    const test = openTestDraft();
    await test.wait(10 * 60_000);
    expect(test.disk.asked.saves).toBe(0);
  });

  it('never decrease, even when the clock is set back', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.option(fc.nat()), fc.nat(), (minutes, last, now) => {
        expect(addWritingTime(minutes, last, now)).toBeGreaterThanOrEqual(minutes);
      }),
    );
  });

  it('include a pause of up to a minute', () => {
    expect(addWritingTime(1, 0, 60_000)).toBe(2);
    expect(addWritingTime(1, 0, 60_001)).toBe(1);
    expect(addWritingTime(1, null, 60_000)).toBe(1);
  });

  it('are rounded to tenths in the file', () => {
    expect(roundedMinutes(0.449)).toBe(0.4);
    expect(roundedMinutes(0.45)).toBe(0.5);
  });
});
