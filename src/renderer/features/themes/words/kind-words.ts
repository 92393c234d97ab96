import type { KindId } from '#domain/coe/vocabulary.ts';

/** Several of a kind, where a sentence goes on. */
export const KINDS_IN_SENTENCE: Readonly<Record<KindId, string>> = {
  outage: 'outages',
  'missed-event': 'missed events',
  'career-setback': 'career setbacks',
  'other-mistake': 'other mistakes',
};
