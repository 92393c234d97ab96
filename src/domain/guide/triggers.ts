import type { TriggerId } from '../coe/vocabulary.ts';

/** A trigger to choose from, with one example from work and one from private life. */
export type Trigger = {
  readonly id: TriggerId;
  readonly label: string;
  readonly meaning: string;
  readonly outageExample: string;
  readonly personalExample: string;
};

/**
 * The triggers, in the order of the list. Google's eight published trigger types map onto them: a binary or
 * configuration push is a change of mine, user behaviour is demand, a provider is a dependency, performance decay is
 * decay.
 */
export const TRIGGERS: readonly Trigger[] = [
  {
    id: 'change-mine',
    label: 'A change of your own',
    meaning: 'You, or the people beside you, changed something.',
    outageExample: 'A release, a new setting, a script run by hand.',
    personalExample: 'You moved house, swapped a shift, started a new routine.',
  },
  {
    id: 'change-others',
    label: 'A change by others',
    meaning: 'Someone else changed something you relied on.',
    outageExample: 'Another team renamed a field you read.',
    personalExample: 'The school moved the ceremony from ten to nine.',
  },
  {
    id: 'demand',
    label: 'More than usual',
    meaning: 'There was more to do than you could take on.',
    outageExample: 'A sale brought eight times the visitors.',
    personalExample: 'Three promises fell on one afternoon.',
  },
  {
    id: 'clock',
    label: 'A date or a time',
    meaning: 'Something expired, came due, or was read as the wrong day or hour.',
    outageExample: 'A certificate expired at midnight.',
    personalExample: 'You had the 14th in mind; it was the 13th.',
  },
  {
    id: 'dependency',
    label: 'Something you depend on',
    meaning: 'A supplier, a tool or another person let you down.',
    outageExample: 'The payment provider stopped answering.',
    personalExample: 'The train stood still for fifty minutes.',
  },
  {
    id: 'decay',
    label: 'A slow drift',
    meaning: 'It got worse a little at a time until it gave way.',
    outageExample: 'A disk filled up over eleven weeks.',
    personalExample: 'The Sunday call became monthly, then rare.',
  },
  {
    id: 'novelty',
    label: 'A first time',
    meaning: 'Nobody here had done this before, or not like this.',
    outageExample: 'The first restore from the new backup.',
    personalExample: 'Your first month as a manager.',
  },
  {
    id: 'conversation',
    label: 'A decision or message',
    meaning: 'Something that was said, written or decided set it in motion.',
    outageExample: '“Go ahead” was read as approval for both regions.',
    personalExample: 'You said yes in a corridor and never wrote it down.',
  },
  {
    id: 'chance',
    label: 'Chance',
    meaning: 'A coincidence nobody arranged and nobody could reasonably expect.',
    outageExample: 'Two unrelated drives gave out in the same hour.',
    personalExample: 'The one day you were ill was the day of the interview.',
  },
  {
    id: 'unknown',
    label: 'Not known yet',
    meaning: 'You cannot say. An honest blank is worth more than a guess.',
    outageExample: 'The logs for that hour are gone.',
    personalExample: 'Nobody remembers who was told first.',
  },
];
