import type { CoeSummary } from '../../catalogue/coe-summary.ts';
import { STRENGTH_IDS } from '../../coe/vocabulary.ts';
import { addToCount, emptyCount } from '../coe-count.ts';
import { type Steps, visitEach } from '../../steps.ts';
import type { HeldState, LearningData } from './learning-data.ts';

/** Counts done actions by strength and by the result of their last check. */
export function* countStrengths(
  summaries: readonly CoeSummary[],
): Steps<Pick<LearningData, 'strengths' | 'strengthUnknown'>> {
  const strengths = STRENGTH_IDS.map((strength) => ({
    strength,
    results: {
      held: emptyCount(),
      partly: emptyCount(),
      'came-back': emptyCount(),
      'not-known': emptyCount(),
    },
  }));
  let strengthUnknown = 0;
  yield* visitEach(summaries, ({ actions }, coe) => {
    for (const { status, strength, result } of actions) {
      if (status !== 'done') continue;
      const row = strengths.find((each) => each.strength === strength);
      const state: HeldState = result === null || result === 'not-yet-tested' ? 'not-known' : result;
      if (row === undefined) strengthUnknown += 1;
      else addToCount(row.results[state], coe);
    }
  });
  return { strengths, strengthUnknown };
}
