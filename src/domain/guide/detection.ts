import type { DetectorId, SignalId } from '../coe/vocabulary.ts';

/** Who noticed, to choose from, with one example from work and one from private life. */
export type Detector = {
  readonly id: DetectorId;
  readonly label: string;
  readonly meaning: string;
  readonly outageExample: string;
  readonly personalExample: string;
};

/** From what was set up to notice, to luck. */
export const DETECTORS: readonly Detector[] = [
  {
    id: 'monitor',
    label: 'An alert or reminder',
    meaning: 'Something set up in advance raised the alarm.',
    outageExample: 'The error-rate alert paged the person on call.',
    personalExample: 'Your calendar reminded you.',
  },
  {
    id: 'me',
    label: 'Me',
    meaning: 'You saw it yourself.',
    outageExample: 'You had the graph open for another reason.',
    personalExample: 'You looked at your watch and knew.',
  },
  {
    id: 'affected',
    label: 'Someone it hurt',
    meaning: 'The person affected had to tell you.',
    outageExample: 'A customer wrote in.',
    personalExample: 'Your daughter asked where you had been.',
  },
  {
    id: 'colleague',
    label: 'A colleague or partner',
    meaning: 'Someone beside you saw it and told you.',
    outageExample: 'The team next door asked whether it was just them.',
    personalExample: 'Your partner called from the hall.',
  },
  {
    id: 'manager',
    label: 'A manager',
    meaning: 'Someone you report to brought it up.',
    outageExample: 'A director forwarded a complaint.',
    personalExample: 'It came up in the annual review.',
  },
  {
    id: 'outsider',
    label: 'An outsider',
    meaning: 'Someone with no part in it pointed it out.',
    outageExample: 'A stranger posted a screenshot.',
    personalExample: 'A neighbour mentioned it in passing.',
  },
  {
    id: 'chance',
    label: 'Luck',
    meaning: 'Nothing and no one would have told you; it just came to light.',
    outageExample: 'It turned up while looking for something else.',
    personalExample: 'You found the letter behind the drawer.',
  },
];

/** What happened to the signal, to choose from. */
export type Signal = {
  readonly id: SignalId;
  readonly label: string;
  readonly meaning: string;
  /** The fix that this state calls for. */
  readonly fix: string;
  readonly outageExample: string;
  readonly personalExample: string;
};

/** Each state calls for a different fix, so it matters to tell them apart. */
export const SIGNALS: readonly Signal[] = [
  {
    id: 'none',
    label: 'None existed',
    meaning: 'There was nothing anyone could have seen.',
    fix: 'Add a signal.',
    outageExample: 'Nothing measured the age of the backup.',
    personalExample: 'Nobody had said that anything was wrong.',
  },
  {
    id: 'not-seen',
    label: 'Existed, not seen',
    meaning: 'It was there, in a place nobody looked.',
    fix: 'Make it visible where people already look.',
    outageExample: 'The warning went to a mailbox nobody opens.',
    personalExample: 'The note was in the school bag.',
  },
  {
    id: 'misread',
    label: 'Seen, misread',
    meaning: 'Someone saw it and took it for something else.',
    fix: 'Make it clear: let it say what it means.',
    outageExample: 'The dip was put down to the holiday.',
    personalExample: '“We should talk about priorities” was heard as small talk.',
  },
  {
    id: 'not-acted-on',
    label: 'Seen, not acted on',
    meaning: 'Someone saw it and understood it, and nothing followed.',
    fix: 'Make it easy to act: an owner, a next step, permission to stop.',
    outageExample: 'The warning was acknowledged eleven days in a row.',
    personalExample: 'You saw the reminder and finished one more thing.',
  },
];
