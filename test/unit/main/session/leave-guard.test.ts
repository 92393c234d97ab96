import { describe, expect, it, vi } from 'vitest';

import { createPageFlush, type FlushResult } from '#main/session/flush-page.ts';
import { createLeaveGuard } from '#main/session/leave-guard.ts';

describe('flushing the page', () => {
  it('resolves with the answer to its own request', async () => {
    const asked: unknown[] = [];
    const page = createPageFlush(
      (_event, payload) => void asked.push(payload),
      () => true,
      1000,
    );
    const first = page.flush();
    const second = page.flush();
    await page.onFlushed({ requestId: 2, unsaved: 3, kept: 0, unsent: 0 });
    await page.onFlushed({ requestId: 1, unsaved: 0, kept: 0, unsent: 0 });
    await page.onFlushed({ requestId: 99, unsaved: 7, kept: 0, unsent: 0 });
    expect(asked).toEqual([{ requestId: 1 }, { requestId: 2 }]);
    expect(await first).toEqual({ is: 'answered', unsaved: 0, kept: 0, unsent: 0 });
    expect(await second).toEqual({ is: 'answered', unsaved: 3, kept: 0, unsent: 0 });
  });

  it('times out', async () => {
    vi.useFakeTimers();
    const flushed = createPageFlush(
      () => undefined,
      () => true,
      5000,
    ).flush();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await flushed).toEqual({ is: 'silent' });
    vi.useRealTimers();
  });

  it('is skipped without a page', async () => {
    const flushed = createPageFlush(
      () => expect.unreachable(),
      () => false,
    ).flush();
    expect(await flushed).toEqual({ is: 'answered', unsaved: 0, kept: 0, unsent: 0 });
  });
});

function rehearse(answers: FlushResult[], says: boolean[]) {
  const happened: string[] = [];
  const leaving = createLeaveGuard({
    flush: async () => {
      happened.push('flush');
      return answers.shift() ?? { is: 'answered', unsaved: 0, kept: 0, unsent: 0 };
    },
    askToLeave: async (question) => {
      happened.push(`ask: ${question.is === 'silent' ? 'silent' : question.unsaved}`);
      return says.shift() ?? false;
    },
    closeLibrary: async () => void happened.push('close'),
  });
  return { leaving, happened };
}

describe('quitting', () => {
  it('saves, then closes the library, without asking', async () => {
    const { leaving, happened } = rehearse([], []);
    expect(await leaving.prepareToQuit()).toBe(true);
    expect(happened).toEqual(['flush', 'close']);
  });

  it('asks when only what was typed in a form could not be saved', async () => {
    const { leaving, happened } = rehearse([{ is: 'answered', unsaved: 0, kept: 0, unsent: 1 }], [false]);
    expect(await leaving.prepareToQuit()).toBe(false);
    expect(happened).toEqual(['flush', 'ask: 0']);
  });

  it('is cancelled when something is unsaved and the answer is to go back', async () => {
    const { leaving, happened } = rehearse([{ is: 'answered', unsaved: 2, kept: 0, unsent: 0 }], [false]);
    expect(await leaving.prepareToQuit()).toBe(false);
    expect(happened).toEqual(['flush', 'ask: 2']);
  });

  it('continues when confirmed', async () => {
    const { leaving, happened } = rehearse([{ is: 'answered', unsaved: 1, kept: 0, unsent: 0 }], [true]);
    expect(await leaving.prepareToQuit()).toBe(true);
    expect(happened).toEqual(['flush', 'ask: 1', 'close']);
  });

  it('asks an unresponsive page again while the answer is to wait', async () => {
    const { leaving, happened } = rehearse([{ is: 'silent' }, { is: 'silent' }], [false, false]);
    expect(await leaving.prepareToQuit()).toBe(true);
    expect(happened).toEqual(['flush', 'ask: silent', 'flush', 'ask: silent', 'flush', 'close']);
  });

  it('runs once for concurrent calls, and again after it was cancelled', async () => {
    const { leaving, happened } = rehearse([{ is: 'answered', unsaved: 1, kept: 0, unsent: 0 }], [false]);
    expect(await Promise.all([leaving.prepareToQuit(), leaving.prepareToQuit()])).toEqual([false, false]);
    expect(happened).toEqual(['flush', 'ask: 1']);
    expect(await leaving.prepareToQuit()).toBe(true);
  });

  it('does not ask on system shutdown', async () => {
    const { leaving, happened } = rehearse([{ is: 'silent' }], []);
    await leaving.closeWithoutAsking();
    expect(happened).toEqual(['flush', 'close']);
  });
});
