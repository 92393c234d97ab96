import type { KindId } from '#domain/coe/vocabulary.ts';

/** The plural of each kind, for within a sentence. */
export const KINDS_IN_SENTENCE: Readonly<Record<KindId, string>> = {
  outage: 'outages',
  'missed-event': 'missed events',
  'career-setback': 'career setbacks',
  'other-mistake': 'other mistakes',
};
