import type { KindId } from '../coe/vocabulary.ts';

/** A kind as the New COE dialog offers it. */
export type CoeKind = {
  readonly id: KindId;
  readonly label: string;
  readonly description: string;
  /** Personal kinds are spoken to more gently, and may record a feeling. */
  readonly personal: boolean;
};

/** The kinds in the order they are offered. */
export const COE_KINDS: readonly CoeKind[] = [
  {
    id: 'outage',
    label: 'Outage',
    description: 'Something people rely on stopped working, or nearly did.',
    personal: false,
  },
  {
    id: 'missed-event',
    label: 'Missed event',
    description: 'A graduation, a birthday, a promise: someone counted on you and you were not there.',
    personal: true,
  },
  {
    id: 'career-setback',
    label: 'Career setback',
    description: 'Let go, passed over, a hard review, a project that did not work out.',
    personal: true,
  },
  {
    id: 'other-mistake',
    label: 'Other mistake',
    description: 'Anything else you would like to do only once, large or small.',
    personal: true,
  },
];

/** The label of each kind. */
export const COE_KIND_LABELS: Readonly<Record<KindId, string>> = {
  outage: 'Outage',
  'missed-event': 'Missed event',
  'career-setback': 'Career setback',
  'other-mistake': 'Other mistake',
};

/** Whether a kind is about the writer's own life, and so spoken to more gently. */
export function isPersonalKind(kind: KindId): boolean {
  return kind !== 'outage';
}
