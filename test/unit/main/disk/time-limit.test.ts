import { expect, it } from 'vitest';

import { createTimeLimit, hasStuckCall } from '#main/disk/time-limit.ts';

/** Work that ends when the test says so. */
function work() {
  let end: (value: string) => void = () => undefined;
  const promise = new Promise<string>((resolve) => {
    end = resolve;
  });
  return { run: () => promise, end: () => end('done') };
}

it('gives what work gives in time, and its failure', async () => {
  const limit = createTimeLimit(60_000);
  expect(await limit.run(async () => 'read')).toBe('read');
  await expect(limit.run(() => Promise.reject(new Error('no such file')))).rejects.toThrow('no such file');
  expect(limit.isStuck()).toBe(false);
});

it('stops waiting after a while, and begins nothing new until the disk answers', async () => {
  const limit = createTimeLimit(1);
  const { run, end } = work();
  await expect(limit.run(run)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  expect([limit.isStuck(), hasStuckCall()]).toEqual([true, true]);
  await expect(limit.run(async () => 'read')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  end();
  await expect.poll(limit.isStuck).toBe(false);
  expect(hasStuckCall()).toBe(false);
  expect(await limit.run(async () => 'read')).toBe('read');
});

it('stops waiting when it is cancelled', async () => {
  const limit = createTimeLimit(60_000);
  const { run, end } = work();
  const cancel = new AbortController();
  const waiting = limit.run(run, { signal: cancel.signal });
  cancel.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'ECANCELED' });
  await expect(limit.run(run, { signal: cancel.signal })).rejects.toMatchObject({ code: 'ECANCELED' });
  end();
});
