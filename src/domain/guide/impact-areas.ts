import type { IMPACT_AREA_IDS } from '../coe/vocabulary.ts';

/** Stored in files, so never renamed. */
export type ImpactAreaId = (typeof IMPACT_AREA_IDS)[number];

/** An area to choose from, with one example from work and one from private life. */
export type ImpactArea = {
  readonly id: ImpactAreaId;
  readonly label: string;
  readonly meaning: string;
  readonly outageExample: string;
  readonly personalExample: string;
  /** Suggested units; the writer may type any other. */
  readonly units: readonly string[];
};

/** Countable areas first. */
export const IMPACT_AREAS: readonly ImpactArea[] = [
  {
    id: 'money',
    label: 'Money',
    meaning: 'Paid, lost or not earned.',
    outageExample: 'Refunds, credits, lost orders.',
    personalExample: 'A fee, a missed salary, a gift to make amends.',
    units: ['EUR', 'USD', 'GBP'],
  },
  {
    id: 'time',
    label: 'Time',
    meaning: 'Hours or days that went into it.',
    outageExample: 'Four people for most of a night.',
    personalExample: 'Two evenings of phone calls.',
    units: ['hours', 'days', 'weeks'],
  },
  {
    id: 'trust',
    label: 'Trust',
    meaning: 'How far someone will rely on you now.',
    outageExample: 'A customer asks for weekly reports.',
    personalExample: 'She checks twice whether you are really coming.',
    units: ['people'],
  },
  {
    id: 'health',
    label: 'Health',
    meaning: 'Body, sleep, nerves: yours or someone’s.',
    outageExample: 'Two people off sick after the week.',
    personalExample: 'Three weeks of poor sleep.',
    units: ['days', 'nights'],
  },
  {
    id: 'reputation',
    label: 'Reputation',
    meaning: 'What people who were not there now think.',
    outageExample: 'It was in the trade press.',
    personalExample: 'The story went round the parents’ group.',
    units: ['people', 'articles'],
  },
  {
    id: 'opportunity',
    label: 'Opportunity',
    meaning: 'What can no longer happen, or happens later.',
    outageExample: 'The launch moved by a month.',
    personalExample: 'The role went to someone else.',
    units: ['chances', 'months'],
  },
  {
    id: 'team',
    label: 'Team or family',
    meaning: 'What it did between the people involved.',
    outageExample: 'Nobody wants the Friday shift.',
    personalExample: 'A cold week at home.',
    units: ['people', 'weeks'],
  },
  {
    id: 'learning',
    label: 'Something gained',
    meaning: 'What it gave you, if it gave you anything.',
    outageExample: 'The restore is now rehearsed.',
    personalExample: 'You talk about dates on Sundays now.',
    units: ['habits', 'people'],
  },
];
