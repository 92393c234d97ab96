import { useEffect, useState } from 'react';

import type { AppError } from '#ipc/app-error.ts';
import type { LikelyPair } from '#ipc/similar.ts';

import { invoke } from '../../platform/bridge.ts';

/** What was found so far. `done` of `total` COEs were compared; `isDone` after the last one. */
export type LikelyPairs = {
  readonly pairs: readonly LikelyPair[];
  readonly done: number;
  readonly total: number;
  readonly isDone: boolean;
  readonly error: AppError | null;
  /** Goes on after an error. */
  readonly retry: () => void;
};

const NOTHING: Omit<LikelyPairs, 'retry'> = { pairs: [], done: 0, total: 0, isDone: false, error: null };

/** Names a pair whichever of its COEs was compared first. */
export const pairKey = ({ later, earlier }: LikelyPair): string => `${later.id} ${earlier.id}`;

/**
 * Compares the COEs of the library with each other, or those of the import `batch`, while it is mounted, and pauses
 * when `enough` pairs are found. A pair that was found stays, whatever is said about it.
 */
export function useLikelyPairs(batch: string | null, enough: number): LikelyPairs {
  const [found, setFound] = useState(NOTHING);
  const { isDone, done, error } = found;
  const isWanted = !isDone && error === null && found.pairs.length < enough;
  useEffect(() => {
    if (!isWanted) return;
    let isStopped = false;
    const from = done;
    void invoke('similar:pairs', { batch, from }).then((step) => {
      if (isStopped) return;
      setFound((before) => {
        if (!step.ok) return { ...before, error: step.error };
        const known = new Set(before.pairs.map(pairKey));
        const added = step.value.pairs.filter((pair) => !known.has(pairKey(pair)) && known.add(pairKey(pair)));
        return {
          pairs: added.length === 0 ? before.pairs : [...before.pairs, ...added],
          done: step.value.done,
          total: step.value.total,
          isDone: step.value.next === null,
          error: null,
        };
      });
    });
    return () => {
      isStopped = true;
    };
  }, [batch, done, isWanted]);
  return { ...found, retry: () => setFound((before) => ({ ...before, error: null })) };
}
