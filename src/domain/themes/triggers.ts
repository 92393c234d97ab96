import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { TRIGGER_IDS, type TriggerId } from '../coe/vocabulary.ts';
import { countIn, mostFirst, nothingCounted } from './counted.ts';
import type { Counted } from './themes-data.ts';

/**
 * What set the COEs off, the most first, without those that none had. `unknown` takes both "not known yet", which is an
 * answer, and no answer: neither says what it was.
 */
export function countTriggers(summaries: readonly CoeSummary[]): {
  triggers: (Counted & { trigger: TriggerId })[];
  unknown: Counted;
} {
  const rows = new Map(TRIGGER_IDS.map((trigger) => [trigger, { trigger, ...nothingCounted() }]));
  const unknown = nothingCounted();
  summaries.forEach(({ trigger }, coe) => {
    const row = trigger === null || trigger === 'unknown' ? undefined : rows.get(trigger);
    countIn(row ?? unknown, coe);
  });
  return { triggers: mostFirst([...rows.values()].filter((row) => row.count > 0)), unknown };
}
