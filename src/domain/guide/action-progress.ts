import type { ActionStatusId, CheckResultId, PRIORITY_IDS } from '../coe/vocabulary.ts';

/** Where an action stands. Done and held are different facts: see CHECK_RESULTS. */
export const ACTION_STATUSES: readonly {
  readonly id: ActionStatusId;
  readonly label: string;
  readonly meaning: string;
}[] = [
  { id: 'open', label: 'Open', meaning: 'Still to do.' },
  { id: 'done', label: 'Done', meaning: 'It was done. Whether it helps shows at the check.' },
  { id: 'declined', label: 'Declined', meaning: 'You decided against it. The reason is kept with it.' },
];

/** A check's result as it is offered. */
export type CheckResult = {
  readonly id: CheckResultId;
  readonly label: string;
  readonly meaning: string;
};

/** The results of a check on whether an action worked (an effectiveness check, as quality work calls it). */
export const CHECK_RESULTS: readonly CheckResult[] = [
  { id: 'held', label: 'Held', meaning: 'There were chances for it to happen again, and it did not.' },
  { id: 'partly', label: 'Partly', meaning: 'It helped, and something still got through.' },
  { id: 'came-back', label: 'Came back', meaning: 'It happened again. That is news about the fix, not about you.' },
  { id: 'not-yet-tested', label: 'Not yet tested', meaning: 'There has been no chance for it to happen again.' },
];

/** The stable id of a priority. */
export type PriorityId = (typeof PRIORITY_IDS)[number];

/** The label of each priority. */
export const PRIORITY_LABELS: Readonly<Record<PriorityId, string>> = { high: 'First', normal: 'Normal', low: 'Later' };
