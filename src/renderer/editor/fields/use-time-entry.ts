import type { Coe } from '#domain/coe/coe.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { useToday, useZone } from '../../platform/today.ts';

/** The day that a time typed without one belongs to: that of the COE, or else of its making. */
export const referenceDateOf = (coe: Coe): string =>
  coe.happened.value.length >= 10 ? coe.happened.value.slice(0, 10) : coe.createdAt.slice(0, 10);

/**
 * The zone that the timeline of a COE is in, where it has times at all: what is added later is on the same clock, wherever
 * the writer has travelled since.
 */
const zoneOf = (coe: Coe): string | undefined =>
  coe.sections.timeline.entries.find((entry) => entry.when.precision === 'minute')?.when.zone;

/** What every time field of the editor needs: the zone times are entered in, today, and the day meant when none is typed. */
export function useTimeEntry(): { zone: string; today: string; referenceDate: string } {
  const today = useToday();
  const own = useZone();
  const lived = useCoe(zoneOf);
  const referenceDate = useCoe(referenceDateOf);
  return { zone: lived ?? own, today, referenceDate };
}
