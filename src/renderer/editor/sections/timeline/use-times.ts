import { useState } from 'react';

import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import { haveSameTimes } from '#domain/timeline/same-times.ts';

/** The rows as they were when a row or a time last changed: the same array while words are typed, for all that depends on times only. */
export function useTimes(rows: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const [kept, setKept] = useState(rows);
  if (haveSameTimes(kept, rows)) return kept;
  setKept(rows);
  return rows;
}
