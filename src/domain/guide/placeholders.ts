import type { KindId } from '../coe/vocabulary.ts';

/** Example text for empty fields, which shows how much to write. */
export type RowPlaceholders = {
  readonly affectedWho: string;
  readonly affectedHow: string;
  readonly costWhat: string;
  readonly feeling: string;
  readonly timelineWhat: string;
  readonly timelineEvidence: string;
  readonly timelineKnewThen: string;
  readonly mitigationStep: string;
  readonly conditionNote: string;
  readonly safeguard: string;
  readonly why: string;
  readonly whyUnnoticed: string;
  readonly lessonRule: string;
  readonly lessonElsewhere: string;
  readonly actionText: string;
  readonly actionDoneWhen: string;
  readonly checkQuestion: string;
};

/** By kind. For personal kinds the example action is an if-then plan, which works better than a bare intention. */
export const ROW_PLACEHOLDERS: Readonly<Record<KindId, RowPlaceholders>> = {
  outage: {
    affectedWho: 'Shoppers on the German site',
    affectedHow: 'Could fill a basket but not pay',
    costWhat: 'Orders that were not placed',
    feeling: 'uneasy',
    timelineWhat: 'The queue starts to grow; nobody is watching it',
    timelineEvidence: 'A link, a message, or “from memory”',
    timelineKnewThen: 'We took it for the nightly import',
    mitigationStep: 'Rolled back to the build of 9 May',
    conditionNote: 'How it played a part here',
    safeguard: 'The canary release',
    why: 'The job ran twice because the lock had expired',
    whyUnnoticed: 'The alert measured errors, and these were timeouts',
    lessonRule: 'A lock needs to outlive the longest run, not the usual one',
    lessonElsewhere: 'The invoice job and the nightly export',
    actionText: 'Give the import a lock that is renewed while it runs',
    actionDoneWhen: 'A test run of six hours keeps its lock',
    checkQuestion: 'Has any import run twice since?',
  },
  'missed-event': {
    affectedWho: 'My sister',
    affectedHow: 'Waited at the station for an hour',
    costWhat: 'An evening that will not come again',
    feeling: 'ashamed',
    timelineWhat: 'Said yes on the phone while unloading the car',
    timelineEvidence: 'A message, a photo, or “from memory”',
    timelineKnewThen: 'I thought I had put it in the calendar',
    mitigationStep: 'Called her from the platform',
    conditionNote: 'How it played a part here',
    safeguard: 'The shared calendar',
    why: 'The date was only in my head',
    whyUnnoticed: 'Nobody else knew when I meant to leave',
    lessonRule: 'A yes is not a plan until it has a place and a time to leave',
    lessonElsewhere: 'Dentist, parents’ evenings, birthdays',
    actionText: 'If I say yes to a date, then I put it in our calendar before I hang up',
    actionDoneWhen: 'The next four dates are in it, with the travel',
    checkQuestion: 'Was I on time for the last three things I said yes to?',
  },
  'career-setback': {
    affectedWho: 'My family',
    affectedHow: 'Moved the holiday, and worried',
    costWhat: 'Two months without pay',
    feeling: 'humiliated',
    timelineWhat: 'The goals changed, and we did not speak about it',
    timelineEvidence: 'A note, an email, or “from memory”',
    timelineKnewThen: 'I thought the old goals still counted',
    mitigationStep: 'Told two people I trust, the same week',
    conditionNote: 'How it played a part here',
    safeguard: 'The monthly one-to-one',
    why: 'I worked on what had been praised before',
    whyUnnoticed: 'I asked how things were going, not what was missing',
    lessonRule: 'Expectations that are not written down are two different lists',
    lessonElsewhere: 'The new job, and the club I help to run',
    actionText: 'If it is the first Monday of the month, then I ask “what would you want to be different?”',
    actionDoneWhen: 'Three answers are written down',
    checkQuestion: 'Did anything in the review come as news to me?',
  },
  'other-mistake': {
    affectedWho: 'The couple next door',
    affectedHow: 'Had water in the cellar',
    costWhat: 'The plumber, and a new carpet',
    feeling: 'foolish',
    timelineWhat: 'Opened the valve and was called to the phone',
    timelineEvidence: 'A receipt, a photo, or “from memory”',
    timelineKnewThen: 'I believed it was shut',
    mitigationStep: 'Shut off the main tap',
    conditionNote: 'How it played a part here',
    safeguard: 'The label on the valve',
    why: 'The valve looks the same open and shut',
    whyUnnoticed: 'Nobody ever goes down to the cellar',
    lessonRule: 'Where I cannot see the state, I need something that shows it',
    lessonElsewhere: 'The stove, the garage door',
    actionText: 'If I open the valve, then I stay until it is shut again',
    actionDoneWhen: 'A lever valve is in place of the old one',
    checkQuestion: 'Has the cellar stayed dry since?',
  },
};
