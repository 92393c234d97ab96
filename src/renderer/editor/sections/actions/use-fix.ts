import { recordCheck, setActionDone } from '#domain/lifecycle/change-action.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';

import { useDraft } from '../../../draft/draft-context.ts';
import { newId } from '../../../platform/new-id.ts';
import type { CheckAnswer } from '../../../entities/action/check-answer-dialog.tsx';

/** Changes to an action that touch several fields. Each is one undo step. */
export type Fix = {
  readonly setDone: (isDone: boolean, today: CalendarDate) => void;
  readonly answer: (answer: CheckAnswer) => void;
};

/** The compound changes of one action of the open COE. */
export function useFix(actionId: string): Fix {
  const draft = useDraft();
  const change = (work: (coe: Coe) => Coe | null): void =>
    draft.change((coe) => work(coe) ?? coe, { location: 'actions' });
  return {
    setDone: (isDone, today) => change((coe) => setActionDone(coe, actionId, isDone, today)),
    answer: ({ check, next }) => {
      const answered = { check: { id: newId(), ...check }, next, at: new Date().toISOString() };
      change((coe) => recordCheck(coe, actionId, answered));
    },
  };
}
