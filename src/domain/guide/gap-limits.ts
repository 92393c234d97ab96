import type { KindId } from '../coe/vocabulary.ts';

const MINUTES_A_DAY = 24 * 60;

/**
 * The longest gap between two entries, in minutes, before the timeline asks what happened in between. It only advises.
 * Source for outages: AWS's rule for COEs, no gap of more than 15 minutes during the event. For the personal kinds this
 * app adapts that rule: a day for a missed event or another mistake, 30 days for a career setback.
 */
export const GAP_LIMIT_MINUTES: Readonly<Record<KindId, number>> = {
  outage: 15,
  'missed-event': MINUTES_A_DAY,
  'career-setback': 30 * MINUTES_A_DAY,
  'other-mistake': MINUTES_A_DAY,
};
