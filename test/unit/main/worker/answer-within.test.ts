import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { answerUnlessAborted, answerWithin } from '#main/worker/answer-within.ts';

const LIMIT = 1000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Asks on a computer that gives this process so much of its time. */
function ask({ share, signal }: { share: number; signal?: AbortSignal }) {
  vi.spyOn(process, 'cpuUsage').mockImplementation((before) => ({
    user: performance.now() * 1000 * share - (before?.user ?? 0),
    system: 0,
  }));
  let answer: (text: string) => void = () => undefined;
  const asked = new Promise<string>((resolve) => {
    answer = resolve;
  });
  let heard: string | null = 'nothing';
  void answerWithin(LIMIT, asked, signal).then((text) => (heard = text));
  const after = async (milliseconds: number): Promise<string | null> => {
    await vi.advanceTimersByTimeAsync(milliseconds);
    return heard;
  };
  return { answer, after };
}

describe('an answer', () => {
  it('is waited for until its time is used up', async () => {
    const { after } = ask({ share: 1 });
    expect(await after(LIMIT - 1)).toBe('nothing');
    expect(await after(1)).toBeNull();
  });

  it('may take longer by the clock on a busy computer', async () => {
    const { after, answer } = ask({ share: 0.25 });
    expect(await after(4 * LIMIT - 1)).toBe('nothing');
    answer('read');
    expect(await after(0)).toBe('read');
  });

  it('is given up on a busy computer once its time is used up', async () => {
    const { after } = ask({ share: 0.25 });
    expect(await after(4 * LIMIT - 1)).toBe('nothing');
    expect(await after(10)).toBeNull();
  });

  it('is given up in the end when the thread uses no time at all', async () => {
    const { after } = ask({ share: 0 });
    expect(await after(6 * LIMIT - 1)).toBe('nothing');
    expect(await after(1)).toBeNull();
  });

  it('is given up at once when it is no longer wanted', async () => {
    const cancel = new AbortController();
    const { after } = ask({ share: 1, signal: cancel.signal });
    cancel.abort();
    expect(await after(0)).toBeNull();
    const late = ask({ share: 1, signal: cancel.signal });
    expect(await late.after(0)).toBeNull();
  });

  it('may be waited for without a limit, until it is no longer wanted', async () => {
    const cancel = new AbortController();
    expect(await answerUnlessAborted(Promise.resolve('read'), cancel.signal)).toBe('read');
    const never = new Promise<string>(() => undefined);
    const waited = answerUnlessAborted(never, cancel.signal);
    cancel.abort();
    expect([await waited, await answerUnlessAborted(never, cancel.signal)]).toEqual([null, null]);
  });
});
