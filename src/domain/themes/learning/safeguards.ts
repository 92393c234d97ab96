import type { CoeSummary } from '../../catalogue/coe-summary.ts';
import { SAFEGUARD_PURPOSE_IDS } from '../../coe/vocabulary.ts';
import { addToCount, emptyCount } from '../coe-count.ts';
import { type Steps, visitEach } from '../../steps.ts';
import type { LearningData } from './learning-data.ts';

const MAX_HELD = 60;

/** Counts what safeguards did, by purpose, and lists up to 60 that held. */
export function* countSafeguards(summaries: readonly CoeSummary[]): Steps<Pick<LearningData, 'safeguards' | 'held'>> {
  const safeguards = SAFEGUARD_PURPOSE_IDS.map((purpose) => ({
    purpose,
    states: {
      held: emptyCount(),
      weak: emptyCount(),
      bypassed: emptyCount(),
      missing: emptyCount(),
    },
  }));
  const held: LearningData['held'] = [];
  yield* visitEach(summaries, (summary, coe) => {
    for (const { text, purpose, state } of summary.safeguards) {
      if (state === null) continue;
      const row = safeguards.find((each) => each.purpose === purpose);
      if (row !== undefined) addToCount(row.states[state], coe);
      if (state === 'held' && text.trim() !== '') held.push({ coe, text: text.trim(), purpose });
    }
  });
  return { safeguards, held: held.slice(0, MAX_HELD) };
}
