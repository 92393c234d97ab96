import type { STRENGTH_IDS } from '../coe/vocabulary.ts';

/** Stored in files, so never renamed. */
export type ActionStrengthId = (typeof STRENGTH_IDS)[number];

/** A strength to choose from, with one example from work and one from private life. */
export type ActionStrength = {
  readonly id: ActionStrengthId;
  readonly label: string;
  readonly meaning: string;
  readonly outageExample: string;
  readonly personalExample: string;
};

/** Strongest first. Source: the action hierarchy of RCA2 (root cause analysis and actions, from patient safety). */
export const ACTION_STRENGTHS: readonly ActionStrength[] = [
  {
    id: 'strong',
    label: 'Strong',
    meaning: 'Makes it impossible, automatic or simpler; nobody has to remember anything.',
    outageExample: 'Remove the option, automate the step, keep the two apart.',
    personalExample: 'Pay by standing order; block out the day, travel included; let someone else hold the key.',
  },
  {
    id: 'medium',
    label: 'Medium',
    meaning: 'Helps memory, or adds a second look.',
    outageExample: 'A checklist, an alert with an owner, working in pairs, less load.',
    personalExample: 'An if-then plan, going through the week together, a reminder where you act.',
  },
  {
    id: 'weak',
    label: 'Weak',
    meaning: 'Relies on someone taking care, every time.',
    outageExample: 'Training, a policy, a warning in the documentation.',
    personalExample: '“Remember”, “try harder”, “be more present”.',
  },
];
