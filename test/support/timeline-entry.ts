import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import { type Moment, unknownMoment } from '#domain/time/moment.ts';

/** A row of a timeline with what a test says about it. */
export const timelineEntry = (
  id: string,
  when: Moment = unknownMoment(),
  changes: Partial<TimelineEntry> = {},
): TimelineEntry => ({ id, when, what: id, mark: null, evidence: '', knewThen: '', effect: null, ...changes });
