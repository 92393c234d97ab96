import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

import { onTestFinished } from 'vitest';

/** What a program that was killed would have thrown, had it lived. It carries no errno, so nobody handles it. */
export class Killed extends Error {}

/** The operations that change a disk; `open` is one, because it makes files. */
const CHANGING = ['open', 'mkdir', 'rename', 'unlink', 'rm', 'rmdir', 'link', 'writeFile'] as const;
const OF_HANDLES = ['writeFile', 'sync'] as const;

/**
 * Counts what is done to the disk, and from one operation on does nothing more: as when the program is killed just
 * before it.
 */
export type DiskCounter = {
  /** Runs something; answers how many operations it took, or that it was stopped. */
  readonly run: (stopAt: number, work: () => Promise<void>) => Promise<{ operations: number; stopped: boolean }>;
};

/** Puts itself between Node and everyone who imported `node:fs/promises`, until the test is over. */
export async function countDiskOperations(): Promise<DiskCounter> {
  let operations = 0;
  let stopAt = Infinity;
  const step = (): void => {
    operations += 1;
    if (operations >= stopAt) throw new Killed('killed');
  };
  const watch = (target: object, names: readonly string[]): (() => void) => {
    const holder = target as Record<string, (...args: unknown[]) => unknown>;
    const originals = names.map((name) => [name, holder[name]] as const);
    for (const [name, original] of originals) {
      if (original === undefined) throw new Error(`no ${name}`);
      holder[name] = async function (this: unknown, ...args: unknown[]): Promise<unknown> {
        step();
        return await original.apply(this, args);
      };
    }
    return () => {
      for (const [name, original] of originals) if (original !== undefined) holder[name] = original;
    };
  };
  const probe = await promises.open('/dev/null', 'r');
  const undo = [watch(promises, CHANGING), watch(Object.getPrototypeOf(probe) as object, OF_HANDLES)];
  await probe.close();
  syncBuiltinESMExports();
  onTestFinished(() => {
    undo.forEach((restore) => restore());
    syncBuiltinESMExports();
  });
  return {
    run: async (at, work) => {
      operations = 0;
      stopAt = at;
      try {
        await work();
        return { operations, stopped: false };
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        return { operations, stopped: true };
      } finally {
        stopAt = Infinity;
      }
    },
  };
}
