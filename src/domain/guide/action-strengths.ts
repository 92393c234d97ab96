import type { STRENGTH_IDS } from '../coe/vocabulary.ts';

/** The stable id of an action's strength. */
export type ActionStrengthId = (typeof STRENGTH_IDS)[number];

/** An action's strength as it is offered. */
export type ActionStrength = {
  readonly id: ActionStrengthId;
  readonly label: string;
  readonly meaning: string;
  readonly outageExample: string;
  readonly personalExample: string;
};

/** The strengths, after the action hierarchy of RCA2 (root cause analysis and actions, from patient safety). */
export const ACTION_STRENGTHS: readonly ActionStrength[] = [
  {
    id: 'strong',
    label: 'Strong',
    meaning: 'Makes it impossible, automatic or simpler; nobody has to remember anything.',
    outageExample: 'Remove the option, automate the step, keep the two apart.',
    personalExample: 'Pay by standing order; block the day with the travel; let someone else hold the key.',
  },
  {
    id: 'medium',
    label: 'Medium',
    meaning: 'Helps memory, or adds a second look.',
    outageExample: 'A checklist, an alert with an owner, working in pairs, less load.',
    personalExample: 'An if-then plan, a shared look at the week, a reminder where you act.',
  },
  {
    id: 'weak',
    label: 'Weak',
    meaning: 'Relies on someone taking care, every time.',
    outageExample: 'Training, a policy, a warning in the documentation.',
    personalExample: '“Remember”, “try harder”, “be more present”.',
  },
];
