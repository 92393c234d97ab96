import type { KindId } from '../coe/vocabulary.ts';

/** A kind as the New COE dialog shows it. */
export type CoeKind = {
  readonly id: KindId;
  readonly label: string;
  readonly description: string;
  /** Personal kinds use gentler wording and may record feelings. */
  readonly personal: boolean;
};

/** The kinds, in the order of the New COE dialog. */
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

/** The same labels as in COE_KINDS, by id. */
export const COE_KIND_LABELS: Readonly<Record<KindId, string>> = {
  outage: 'Outage',
  'missed-event': 'Missed event',
  'career-setback': 'Career setback',
  'other-mistake': 'Other mistake',
};

/** Whether a kind is about the writer's own life: every kind but an outage. */
export function isPersonalKind(kind: KindId): boolean {
  return kind !== 'outage';
}
