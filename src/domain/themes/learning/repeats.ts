import type { CoeSummary, LinkSummary } from '../../catalogue/coe-summary.ts';
import { chainLengths } from '../../links/chains.ts';
import { addToCount, emptyCount } from '../coe-count.ts';
import { type Steps, visitEach } from '../../steps.ts';
import { type LearningData, REPEAT_STATES, type RepeatState } from './learning-data.ts';

/** Counts repeats by the state of the earlier fix. A COE that repeats several may count in several states. */
export function* countRepeats(summaries: readonly CoeSummary[]): Steps<LearningData['repeats']> {
  const byId = new Map<string, CoeSummary>();
  yield* visitEach(summaries, (summary) => byId.set(summary.id, summary));
  const linked: CoeSummary[] = [];
  const rows = REPEAT_STATES.map((state) => ({ state, ...emptyCount() }));
  yield* visitEach(summaries, (summary, coe) => {
    if (summary.links.length === 0) return;
    linked.push(summary);
    const states = new Set(
      summary.links
        .filter(({ type, coeId }) => type === 'same-cause' && coeId !== summary.id && byId.has(coeId))
        .map((link) => stateOf(link, byId.get(link.coeId))),
    );
    for (const row of rows) if (states.has(row.state)) addToCount(row, coe);
  });
  const lengths = chainLengths(linked, byId);
  return {
    chains: lengths.length,
    longest: lengths.reduce((longest, length) => Math.max(longest, length), 0),
    rows: rows.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count),
  };
}

/** The person's verdict decides, except that a declined or weak action is recognised from the action itself. */
function stateOf({ fixId, verdict }: LinkSummary, earlier: CoeSummary | undefined): RepeatState {
  const fix = earlier?.actions.find(({ id }) => id === fixId);
  if (fixId === null || fix === undefined) return verdict ?? 'none-named';
  if (fix.status === 'declined') return 'declined';
  if (verdict === 'did-not-hold' && fix.strength === 'weak') return 'weak';
  return verdict ?? 'not-said';
}
