import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Steps } from '#domain/steps.ts';

/** How long main works on an answer before it lets other messages in. */
const BUDGET_MS = 6;

/** Runs work that can pause, and lets other messages and timers in between. */
export async function runInPieces<Value>(steps: Steps<Value>): Promise<Value> {
  let until = performance.now() + BUDGET_MS;
  let step = steps.next();
  while (step.done !== true) {
    if (performance.now() > until) {
      // oxlint-disable-next-line no-await-in-loop -- one piece after the other
      await nextTurn();
      until = performance.now() + BUDGET_MS;
    }
    step = steps.next();
  }
  return step.value;
}
