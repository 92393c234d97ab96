import type { ActionStatusId, CheckResultId, PRIORITY_IDS } from '../coe/vocabulary.ts';

/** Whether an action is done. Whether it worked is a separate question: see CHECK_RESULTS. */
export const ACTION_STATUSES: readonly {
  readonly id: ActionStatusId;
  readonly label: string;
  readonly meaning: string;
}[] = [
  { id: 'open', label: 'Open', meaning: 'Still to do.' },
  { id: 'done', label: 'Done', meaning: 'It was done. The check will show whether it helped.' },
  { id: 'declined', label: 'Declined', meaning: 'You decided against it. The reason stays with it.' },
];

/** A result to choose from when answering a check. */
export type CheckResult = {
  readonly id: CheckResultId;
  readonly label: string;
  readonly meaning: string;
};

/** The results of a check on whether an action worked, which quality management calls an effectiveness check. */
export const CHECK_RESULTS: readonly CheckResult[] = [
  { id: 'held', label: 'Held', meaning: 'There were chances for it to happen again, and it did not.' },
  { id: 'partly', label: 'Partly', meaning: 'It helped, and something still got through.' },
  { id: 'came-back', label: 'Came back', meaning: 'It happened again. That is news about the fix, not about you.' },
  { id: 'not-yet-tested', label: 'Not yet tested', meaning: 'There has been no chance for it to happen again.' },
];

/** Stored in files, so never renamed. */
export type PriorityId = (typeof PRIORITY_IDS)[number];

/** Labels to choose from; `high` means do it first. */
export const PRIORITY_LABELS: Readonly<Record<PriorityId, string>> = { high: 'First', normal: 'Normal', low: 'Later' };
