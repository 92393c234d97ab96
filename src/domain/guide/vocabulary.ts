import type { KindId, MilestoneId } from '../coe/vocabulary.ts';

/** What each milestone is called, by kind. */
export const MILESTONE_LABELS: Readonly<Record<KindId, Readonly<Record<MilestoneId, string>>>> = {
  outage: {
    began: 'Began',
    noticed: 'Detected',
    told: 'Declared',
    mitigated: 'Mitigated',
    resolved: 'Resolved',
  },
  'missed-event': {
    began: 'Missing it became likely',
    noticed: 'You realised',
    told: 'You told them',
    mitigated: 'Amends made for now',
    resolved: 'Put right with them',
  },
  'career-setback': {
    began: 'First sign of the drift',
    noticed: 'You knew, or were told',
    told: 'You said it aloud to someone',
    mitigated: 'Steadied',
    resolved: 'New footing reached',
  },
  'other-mistake': {
    began: 'It started to go wrong',
    noticed: 'You found out',
    told: 'You admitted it',
    mitigated: 'The damage stopped',
    resolved: 'Fully put right',
  },
};

/** The words that stand for the vocabulary of an outage in each kind. */
export type KindVocabulary = {
  /** One person served or let down, and several of them. */
  readonly customer: string;
  readonly customers: string;
  /** What could have given a warning. */
  readonly alarm: string;
  /** What changed. */
  readonly change: string;
  /** Who could have caught it. */
  readonly onCall: string;
  /** The agreed procedure. */
  readonly runbook: string;
  /** What else it affected. */
  readonly blastRadius: string;
  /** The label of the header field `lifeArea`: a service or a part of life. */
  readonly lifeArea: string;
  readonly lifeAreaExamples: readonly string[];
};

const LIFE_AREAS = ['Family', 'Partner', 'Friends', 'Work', 'Health', 'Money', 'Home'];

/** By kind, so that one outline fits outages and private life. */
export const KIND_VOCABULARY: Readonly<Record<KindId, KindVocabulary>> = {
  outage: {
    customer: 'customer',
    customers: 'customers',
    alarm: 'alarm',
    change: 'deployment or change',
    onCall: 'on call',
    runbook: 'runbook',
    blastRadius: 'blast radius',
    lifeArea: 'Service',
    lifeAreaExamples: ['Checkout', 'Sign-in', 'Search', 'Payments', 'Data pipeline'],
  },
  'missed-event': {
    customer: 'someone who counted on you',
    customers: 'the people who counted on you',
    alarm: 'a reminder, the calendar, someone’s word',
    change: 'a change in plans or routine',
    onCall: 'who could have caught it',
    runbook: 'habit, checklist, shared calendar',
    blastRadius: 'who else felt it',
    lifeArea: 'Part of life',
    lifeAreaExamples: LIFE_AREAS,
  },
  'career-setback': {
    customer: 'someone who depended on your work or income',
    customers: 'the people who depended on your work or income',
    alarm: 'feedback, ratings, silence, a gut feeling',
    change: 'a change of role, boss or goals',
    onCall: 'mentor, manager, peers',
    runbook: 'agreed expectations, notes from your one-to-ones',
    blastRadius: 'family, team, finances',
    lifeArea: 'Part of life',
    lifeAreaExamples: LIFE_AREAS,
  },
  'other-mistake': {
    customer: 'someone who bore the cost',
    customers: 'whoever bore the cost',
    alarm: 'any warning',
    change: 'what was different this time',
    onCall: 'anyone who could have caught it',
    runbook: 'routine',
    blastRadius: 'what else it touched',
    lifeArea: 'Part of life',
    lifeAreaExamples: LIFE_AREAS,
  },
};
