import type { Coe } from '#domain/coe/coe.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { useToday, useZone } from '../../platform/today.ts';
import type { OnTyping } from '../../ui/use-typing.ts';
import { useTypedEntry } from './use-typed-entry.ts';

/** The day that a time typed without one belongs to: the day it happened, or else the day the COE was created. */
export const referenceDateOf = (coe: Coe): string =>
  coe.happened.value.length >= 10 ? coe.happened.value.slice(0, 10) : coe.createdAt.slice(0, 10);

/**
 * The zone of the first time in the timeline; undefined when there is none. Later entries use the same zone, even if
 * the writer has travelled since.
 */
const zoneOf = (coe: Coe): string | undefined =>
  coe.sections.timeline.entries.find((entry) => entry.when.precision === 'minute')?.when.zone;

/** The props that every time field of the editor needs. */
export function useTimeEntry(): { zone: string; today: string; referenceDate: string; onTyping: OnTyping } {
  const today = useToday();
  const own = useZone();
  const lived = useCoe(zoneOf);
  const referenceDate = useCoe(referenceDateOf);
  const onTyping = useTypedEntry();
  return { zone: lived ?? own, today, referenceDate, onTyping };
}
