import { describe, expect, it } from 'vitest';

import { runInPieces } from '#main/library/run-in-pieces.ts';

describe('runInPieces', () => {
  it('lets other work in before it ends', async () => {
    const others = { haveRun: false };
    setImmediate(() => (others.haveRun = true));
    // Without a turn for others, this would never end.
    const value = await runInPieces(
      (function* () {
        while (!others.haveRun) yield;
        return 'done';
      })(),
    );
    expect(value).toBe('done');
  });

  it('rejects when the work throws', async () => {
    const broken = runInPieces(
      (function* () {
        yield;
        throw new Error('broken');
      })(),
    );
    await expect(broken).rejects.toThrow('broken');
  });
});
