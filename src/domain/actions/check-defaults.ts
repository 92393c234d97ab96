import { Temporal } from 'temporal-polyfill';

import type { Action } from '../coe/sections/actions.ts';
import type { KindId } from '../coe/vocabulary.ts';
import type { CalendarDate } from '../time/calendar-date.ts';

/** What decides when and how a fix is looked at again. */
export type CheckContext = { readonly kind: KindId; readonly severity: number | null };

/**
 * Days from doing a thing to asking whether it held, by severity from near miss to grave. Two months are the common measure
 * (18F looks again after two; effectiveness checks in quality work after one to three). What weighs more is looked at
 * sooner, and what comes round seldom, such as a review of one's work, later: before that there was no chance to fail.
 */
const DAYS_UNTIL_CHECK: Readonly<Record<KindId, readonly [number, number, number, number]>> = {
  outage: [60, 60, 45, 30],
  'missed-event': [90, 90, 60, 45],
  'career-setback': [180, 180, 120, 90],
  'other-mistake': [90, 90, 60, 45],
};
const NOT_JUDGED = 1;

/** The day on which a fix that was done is looked at, unless someone says otherwise. */
export function defaultCheckDate({ kind, severity }: CheckContext, doneOn: CalendarDate): CalendarDate {
  const byLevel = DAYS_UNTIL_CHECK[kind];
  const days = byLevel[severity ?? NOT_JUDGED] ?? byLevel[NOT_JUDGED];
  return Temporal.PlainDate.from(doneOn).add({ days }).toString();
}

/** The question that is asked then. It asks for chances too: what had none has not held yet. */
export function defaultCheckQuestion(kind: KindId, purpose: Action['purpose']): string {
  switch (purpose) {
    case 'put-right':
      return 'Do the people it was for say that it is put right?';
    case 'find-out':
      return 'What did you find out, and what did it change?';
    case 'notice-sooner':
      return 'When something was off since then, how soon did you know?';
    case 'soften':
      return 'When it happened again, was it less bad?';
    default:
      return PREVENTING[kind];
  }
}

const PREVENTING: Readonly<Record<KindId, string>> = {
  outage: 'Has it happened again, and were there chances for it to?',
  'missed-event': 'Have you been there each time it mattered since then?',
  'career-setback': 'Has anything like it come up again, and how did it go?',
  'other-mistake': 'Has it happened again, and were there chances for it to?',
};

/** How one can tell. */
export const defaultCheckHow = (kind: KindId): string => HOW[kind];

const HOW: Readonly<Record<KindId, string>> = {
  outage: 'Look through alerts, incidents and newer COEs.',
  'missed-event': 'Go through the calendar, and ask the people who counted on you.',
  'career-setback': 'Ask someone who sees your work.',
  'other-mistake': 'Go through the weeks since, in notes or in memory.',
};
