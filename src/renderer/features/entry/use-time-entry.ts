import type { Coe } from '#domain/coe/coe.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { useSettings } from '../../platform/settings.ts';
import { entryZone } from '../../platform/zone.ts';

/** The day that a time typed without one belongs to: that of the COE, or else of its making. */
export const referenceDateOf = (coe: Coe): string =>
  coe.happened.value.length >= 10 ? coe.happened.value.slice(0, 10) : coe.createdAt.slice(0, 10);

/**
 * The zone that the timeline of a COE is in, where it has times at all: what is added later is on the same clock, wherever
 * the writer has travelled since.
 */
const zoneOf = (coe: Coe): string | undefined =>
  coe.sections.timeline.entries.find((entry) => entry.when.precision === 'minute')?.when.zone;

/** What every time field of the editor needs: the zone times are entered in, and the day meant when none is typed. */
export function useTimeEntry(): { zone: string; referenceDate: string } {
  const own = entryZone(useSettings());
  const lived = useCoe(zoneOf);
  const referenceDate = useCoe(referenceDateOf);
  return { zone: lived ?? own, referenceDate };
}
