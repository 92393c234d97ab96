/** The groups that the eighteen conditions fall into, for overviews. */
export const CONDITION_GROUP_IDS = ['state', 'knowing', 'agreeing', 'setup', 'surroundings'] as const;

/** Derived from the condition and not stored. */
export type ConditionGroupId = (typeof CONDITION_GROUP_IDS)[number];

/** A group with its heading and its explanation. */
export type ConditionGroup = {
  readonly id: ConditionGroupId;
  readonly label: string;
  readonly meaning: string;
};

/** The groups, from the person outwards. */
export const CONDITION_GROUPS: readonly ConditionGroup[] = [
  {
    id: 'state',
    label: 'The person’s state',
    meaning: 'How someone was that day: tired, rushed, upset, preoccupied.',
  },
  { id: 'knowing', label: 'Knowing', meaning: 'What was known, what was not, and what was only believed.' },
  { id: 'agreeing', label: 'Agreeing', meaning: 'What people told one another, expected, chose and planned.' },
  { id: 'setup', label: 'The set-up', meaning: 'How the work is arranged: steps, tools, changes, signals.' },
  {
    id: 'surroundings',
    label: 'The surroundings',
    meaning: 'What surrounded it: other people, known gaps, help, what gets rewarded.',
  },
];
