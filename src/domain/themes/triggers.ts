import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { TRIGGER_IDS, type TriggerId } from '../coe/vocabulary.ts';
import { type Steps, visitEach } from '../steps.ts';
import { addToCount, byCount, emptyCount } from './coe-count.ts';
import type { CoeCount } from './themes-data.ts';

/**
 * Counts triggers, most frequent first, without those that do not occur. `unknown` counts both "not known yet" and no
 * answer.
 */
export function* countTriggers(summaries: readonly CoeSummary[]): Steps<{
  triggers: (CoeCount & { trigger: TriggerId })[];
  unknown: CoeCount;
}> {
  const rows = new Map(TRIGGER_IDS.map((trigger) => [trigger, { trigger, ...emptyCount() }]));
  const unknown = emptyCount();
  yield* visitEach(summaries, ({ trigger }, coe) => {
    const row = trigger === null || trigger === 'unknown' ? undefined : rows.get(trigger);
    addToCount(row ?? unknown, coe);
  });
  return { triggers: byCount([...rows.values()].filter((row) => row.count > 0)), unknown };
}
