import type { PURPOSE_IDS } from '../coe/vocabulary.ts';

/** The stable id of an action's purpose. */
export type ActionPurposeId = (typeof PURPOSE_IDS)[number];

/** An action's purpose as it is offered. */
export type ActionPurpose = {
  readonly id: ActionPurposeId;
  readonly label: string;
  readonly meaning: string;
  readonly outageExample: string;
  readonly personalExample: string;
};

/** The purposes. */
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
    outageExample: 'Learn what the provider does when the key expires.',
    personalExample: 'Ask two former colleagues what they saw coming.',
  },
  {
    id: 'prevent',
    label: 'Prevent',
    meaning: 'Makes it impossible, or less likely.',
    outageExample: 'Take the delete right away from the shared account.',
    personalExample: 'Both calendars get school dates the day they arrive.',
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
    outageExample: 'Serve yesterday’s prices when the price service is away.',
    personalExample: 'Keep four months of rent untouched.',
  },
];
