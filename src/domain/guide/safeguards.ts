import type { SAFEGUARD_PURPOSE_IDS, SAFEGUARD_STATE_IDS } from '../coe/vocabulary.ts';

/** Stored in files, so never renamed. */
export type SafeguardPurposeId = (typeof SAFEGUARD_PURPOSE_IDS)[number];

/** A purpose to choose from, with one example from work and one from private life. */
export type SafeguardPurpose = {
  readonly id: SafeguardPurposeId;
  readonly label: string;
  readonly meaning: string;
  readonly outageExample: string;
  readonly personalExample: string;
};

/** In the order in which they come into play. Source: James Reason's “Swiss cheese” model of layered barriers. */
export const SAFEGUARD_PURPOSES: readonly SafeguardPurpose[] = [
  {
    id: 'prevent',
    label: 'Prevent',
    meaning: 'Keeps it from starting.',
    outageExample: 'The script refuses to run on production.',
    personalExample: 'The day is blocked in both calendars, travel included.',
  },
  {
    id: 'notice',
    label: 'Notice',
    meaning: 'Tells someone that it has started.',
    outageExample: 'An alert with an owner.',
    personalExample: 'A friend who asks on the day.',
  },
  {
    id: 'contain',
    label: 'Contain',
    meaning: 'Keeps it small.',
    outageExample: 'One region at a time.',
    personalExample: 'A daily limit on transfers.',
  },
  {
    id: 'recover',
    label: 'Recover',
    meaning: 'Helps to put it right.',
    outageExample: 'A backup that has been restored once.',
    personalExample: 'Three months of savings.',
  },
];

/** Stored in files, so never renamed. */
export type SafeguardStateId = (typeof SAFEGUARD_STATE_IDS)[number];

/** What a safeguard did on the day, to choose from. */
export type SafeguardState = {
  readonly id: SafeguardStateId;
  readonly label: string;
  readonly meaning: string;
};

/** "Held" is one of them, because what worked is worth keeping on purpose. */
export const SAFEGUARD_STATES: readonly SafeguardState[] = [
  { id: 'missing', label: 'Missing', meaning: 'There was none.' },
  { id: 'weak', label: 'Weak', meaning: 'It was there, but not strong enough.' },
  { id: 'bypassed', label: 'Bypassed', meaning: 'It was there, but people worked around it, often for a good reason.' },
  { id: 'held', label: 'Held', meaning: 'It did its job. Keep it.' },
];
