import type { ERROR_KIND_IDS } from '../coe/vocabulary.ts';

/** Stored in files, so never renamed. */
export type ErrorKindId = (typeof ERROR_KIND_IDS)[number];

/** A kind of error to choose from, with one example from work and one from private life. */
export type ErrorKind = {
  readonly id: ErrorKindId;
  readonly label: string;
  readonly meaning: string;
  readonly outageExample: string;
  readonly personalExample: string;
};

/**
 * Neutral names for James Reason's slips, lapses, rule-based and knowledge-based mistakes and routine shortcuts, with
 * the kinds of failure that are no one's misstep, after Amy Edmondson's spectrum of reasons.
 */
export const ERROR_KINDS: readonly ErrorKind[] = [
  {
    id: 'slip',
    label: 'Slip',
    meaning: 'The intention was right; the hand did something else.',
    outageExample: 'The right command in the wrong window.',
    personalExample: 'The right message to the wrong chat.',
  },
  {
    id: 'lapse',
    label: 'Lapse',
    meaning: 'A step that was meant to happen dropped out of mind.',
    outageExample: 'Nobody switched the old server back on.',
    personalExample: 'The letter was written and stayed in the bag.',
  },
  {
    id: 'wrong-rule',
    label: 'Wrong rule applied',
    meaning: 'A good rule was used where it did not fit.',
    outageExample: '“Restart it first” removed the only evidence.',
    personalExample: '“No news is good news”, about a person who goes quiet when hurt.',
  },
  {
    id: 'wrong-picture',
    label: 'Wrong picture of the situation',
    meaning: 'What was done fitted the situation as it looked, not as it was.',
    outageExample: 'It looked like load; it was a lock.',
    personalExample: 'You thought the role was safe; the decision had been made.',
  },
  {
    id: 'shortcut',
    label: 'Shortcut that usually works',
    meaning: 'A step was left out that can usually be left out.',
    outageExample: 'The review was skipped for a one-line change.',
    personalExample: 'You signed without reading, as with the last four.',
  },
  {
    id: 'good-bet',
    label: 'Good bet that lost',
    meaning: 'With what was known then, it was worth trying. It did not come off.',
    outageExample: 'A careful experiment that showed the idea does not work.',
    personalExample: 'You took the riskier job with open eyes.',
  },
  {
    id: 'no-misstep',
    label: 'No misstep',
    meaning: 'Everyone did what they normally do; the set-up alone was enough.',
    outageExample: 'Two correct jobs met at midnight.',
    personalExample: 'Both of you did your part, and the parts did not meet.',
  },
  {
    id: 'outside-event',
    label: 'Outside event',
    meaning: 'It came from somewhere you could neither see nor steer.',
    outageExample: 'A digger cut the cable.',
    personalExample: 'The company closed the office.',
  },
];
