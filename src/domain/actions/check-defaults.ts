import { Temporal } from 'temporal-polyfill';

import type { Action } from '../coe/sections/actions.ts';
import type { KindId } from '../coe/vocabulary.ts';
import type { CalendarDate } from '../time/calendar-date.ts';

/** What the default date and question of a check depend on. A severity of null is not judged yet. */
export type CheckContext = { readonly kind: KindId; readonly severity: number | null };

/**
 * Days from doing an action to checking whether it held, for severity 0 to 3. About two months is common: 18F checks
 * after two, and effectiveness checks in quality management take one to three. Severe mistakes are checked sooner.
 * Things that come round rarely, such as a performance review, are checked later, since there is no chance to fail
 * before.
 */
const DAYS_UNTIL_CHECK: Readonly<Record<KindId, readonly [number, number, number, number]>> = {
  outage: [60, 60, 45, 30],
  'missed-event': [90, 90, 60, 45],
  'career-setback': [180, 180, 120, 90],
  'other-mistake': [90, 90, 60, 45],
};
/** The severity assumed when none is set. */
const DEFAULT_SEVERITY = 1;

/** The day to check an action that was done on `doneOn`, unless the writer chooses another. */
export function defaultCheckDate({ kind, severity }: CheckContext, doneOn: CalendarDate): CalendarDate {
  const byLevel = DAYS_UNTIL_CHECK[kind];
  const days = byLevel[severity ?? DEFAULT_SEVERITY] ?? byLevel[DEFAULT_SEVERITY];
  return Temporal.PlainDate.from(doneOn).add({ days }).toString();
}

/** The question of a check. For preventing it also asks about chances, since a fix that had none has not held yet. */
export function defaultCheckQuestion(kind: KindId, purpose: Action['purpose']): string {
  switch (purpose) {
    case 'put-right':
      return 'Do the people affected say that it has been put right?';
    case 'find-out':
      return 'What did you find out, and what did it change?';
    case 'notice-sooner':
      return 'When something has gone wrong since, how soon did you know?';
    case 'soften':
      return 'If it has happened again, was it less bad?';
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

/** A hint on how to find the answer, by kind. */
export const defaultCheckHow = (kind: KindId): string => HOW[kind];

const HOW: Readonly<Record<KindId, string>> = {
  outage: 'Look through alerts, incidents and newer COEs.',
  'missed-event': 'Go through the calendar, and ask the people who counted on you.',
  'career-setback': 'Ask someone who sees your work.',
  'other-mistake': 'Go through the weeks since then, in your notes or from memory.',
};
