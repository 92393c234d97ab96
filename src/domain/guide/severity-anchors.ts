import type { KindId } from '../coe/vocabulary.ts';

/** From 0, a near miss, to 3. Near misses count because they are the cheapest lessons there are. */
export const SEVERITY_LEVELS = [0, 1, 2, 3] as const;

/** Stored in files as a number. */
export type SeverityLevel = (typeof SEVERITY_LEVELS)[number];

/** The names are the same for every kind. */
export const SEVERITY_NAMES: Readonly<Record<SeverityLevel, string>> = {
  0: 'Near miss',
  1: 'Minor',
  2: 'Major',
  3: 'Severe',
};

/** What each level means for each kind, so that two people choose the same level for the same thing. */
export const SEVERITY_ANCHORS: Readonly<Record<KindId, Readonly<Record<SeverityLevel, string>>>> = {
  outage: {
    0: 'Caught before it reached anyone.',
    1: 'Some users noticed, and there was a way around it.',
    2: 'A main function was down for many.',
    3: 'Many users were cut off, data was lost, or it cannot be undone.',
  },
  'missed-event': {
    0: 'You made it, at the last minute.',
    1: 'An inconvenience; an apology was enough.',
    2: 'It can be made up for, but trust was damaged.',
    3: 'It cannot be repeated, and someone was deeply hurt.',
  },
  'career-setback': {
    0: 'A warning you heeded in time.',
    1: 'A rating or a project took a knock.',
    2: 'You lost a role, a promotion or months of progress.',
    3: 'You lost your job, your health or a licence.',
  },
  'other-mistake': {
    0: 'Caught in time.',
    1: 'A small cost, quickly put right.',
    2: 'Costly, but it can be put right with effort.',
    3: 'Lasting harm to a person, or a large sum.',
  },
};
