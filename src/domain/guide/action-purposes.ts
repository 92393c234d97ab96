import type { PURPOSE_IDS } from '../coe/vocabulary.ts';

/** Stored in files, so never renamed. */
export type ActionPurposeId = (typeof PURPOSE_IDS)[number];

/** A purpose to choose from, with one example from work and one from private life. */
export type ActionPurpose = {
  readonly id: ActionPurposeId;
  readonly label: string;
  readonly meaning: string;
  readonly outageExample: string;
  readonly personalExample: string;
};

/** From making up for this time to being ready for the next. */
export const ACTION_PURPOSES: readonly ActionPurpose[] = [
  {
    id: 'put-right',
    label: 'Put right',
    meaning: 'Makes up for the harm that was done.',
    outageExample: 'Refund the orders that were charged twice.',
    personalExample: 'Sit down with her and hear how it was.',
  },
  {
    id: 'find-out',
    label: 'Find out',
    meaning: 'Answers a question the COE had to leave open.',
    outageExample: 'Find out what the provider does when the key expires.',
    personalExample: 'Ask two former colleagues what they saw coming.',
  },
  {
    id: 'prevent',
    label: 'Prevent',
    meaning: 'Makes it impossible, or less likely.',
    outageExample: 'Remove the delete permission from the shared account.',
    personalExample: 'Put school dates in both calendars the day they arrive.',
  },
  {
    id: 'notice-sooner',
    label: 'Notice sooner',
    meaning: 'Tells someone earlier, while there is still time.',
    outageExample: 'Warn the owner thirty days before expiry.',
    personalExample: 'Ask “what would you change?” on the first Monday of each month.',
  },
  {
    id: 'soften',
    label: 'Soften',
    meaning: 'Makes it hurt less when it happens again.',
    outageExample: 'Serve yesterday’s prices when the price service is down.',
    personalExample: 'Keep four months of rent untouched.',
  },
];
