import type { KindId } from '../coe/vocabulary.ts';

const MINUTES_A_DAY = 24 * 60;

/**
 * How long a stretch without an entry may be, in minutes, before the timeline asks what happened in it. Advice, never a
 * stop. For an outage it is AWS's rule for a COE: no gap of more than 15 minutes inside the event. For the personal kinds
 * it is this app's own reading of that rule: a day for a missed event or another mistake, 30 days for a career setback.
 */
export const GAP_LIMIT_MINUTES: Readonly<Record<KindId, number>> = {
  outage: 15,
  'missed-event': MINUTES_A_DAY,
  'career-setback': 30 * MINUTES_A_DAY,
  'other-mistake': MINUTES_A_DAY,
};
