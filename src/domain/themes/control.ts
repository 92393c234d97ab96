import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { CONTROL_IDS, type ControlId } from '../coe/vocabulary.ts';
import { type Steps, visitEach } from '../steps.ts';
import { addToCount, emptyCount } from './coe-count.ts';
import type { CoeCount } from './themes-data.ts';

/** How much control the writers have over conditions. Counts conditions, not COEs, since a COE may have several. */
export function* countControl(summaries: readonly CoeSummary[]): Steps<{
  control: (CoeCount & { control: ControlId })[];
  unknown: CoeCount;
}> {
  const rows = CONTROL_IDS.map((control) => ({ control, ...emptyCount() }));
  const unknown = emptyCount();
  yield* visitEach(summaries, ({ conditions }, coe) => {
    for (const { control } of conditions) addToCount(rows.find((row) => row.control === control) ?? unknown, coe);
  });
  return { control: rows, unknown };
}
