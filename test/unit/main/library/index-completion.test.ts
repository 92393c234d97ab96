import { expect, it } from 'vitest';

import { createIndexCompletion } from '#main/library/index-completion.ts';

const never = (): Promise<void> => new Promise(() => undefined);

it('completes the index of a new worker while what followed the last completion still runs', async () => {
  let [completed, followed] = [0, 0];
  const completion = createIndexCompletion({
    complete: async () => void (completed += 1),
    afterwards: () => {
      followed += 1;
      return never();
    },
    onError: (error) => {
      throw error;
    },
  });
  for (let time = 1; time <= 2; time += 1) {
    completion.start();
    completion.start();
    await completion.idle();
    expect([completed, followed]).toEqual([time, time]);
  }
});

it('reports what fails, and goes on with the next completion', async () => {
  const reported: unknown[] = [];
  const failures = [new Error('not completed'), null, null];
  let followed = 0;
  const completion = createIndexCompletion({
    complete: async () => {
      const failure = failures.shift() ?? null;
      if (failure !== null) throw failure;
    },
    afterwards: async () => {
      followed += 1;
      if (followed === 1) throw new Error('not counted');
    },
    onError: (error) => reported.push((error as Error).message),
  });
  for (let time = 1; time <= 3; time += 1) {
    completion.start();
    await completion.idle();
  }
  await expect.poll(() => reported).toEqual(['not completed', 'not counted']);
  expect(followed).toBe(2);
});
