import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { CONTROL_IDS, type ControlId } from '../coe/vocabulary.ts';
import { countIn, nothingCounted } from './counted.ts';
import type { Counted } from './themes-data.ts';

/** In whose hands the conditions lie. It counts conditions, not COEs: one COE may hold some of each. */
export function countControl(summaries: readonly CoeSummary[]): {
  control: (Counted & { control: ControlId })[];
  unknown: Counted;
} {
  const rows = CONTROL_IDS.map((control) => ({ control, ...nothingCounted() }));
  const unknown = nothingCounted();
  summaries.forEach(({ conditions }, coe) => {
    for (const { control } of conditions) countIn(rows.find((row) => row.control === control) ?? unknown, coe);
  });
  return { control: rows, unknown };
}
