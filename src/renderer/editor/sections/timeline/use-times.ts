import { useState } from 'react';

import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import { haveSameTimes } from '#domain/timeline/same-times.ts';

/**
 * The rows as of the last change to a row or a time: the same array while text is typed, so memoised results stay
 * valid.
 */
export function useTimes(rows: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const [kept, setKept] = useState(rows);
  if (haveSameTimes(kept, rows)) return kept;
  setKept(rows);
  return rows;
}
