import { recordCheck, setActionDone } from '#domain/lifecycle/change-action.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';

import { useDraft } from '../../../draft/draft-context.ts';
import { newId } from '../../../platform/new-id.ts';
import type { CheckAnswer } from '../../../entities/action/check-answer-dialog.tsx';

/** What is done to an action as a whole: ticked, opened again, checked. Each is one step to undo. */
export type Fix = {
  readonly mark: (isDone: boolean, today: CalendarDate) => void;
  readonly answer: (answer: CheckAnswer) => void;
};

/** The ways to change one action of the open COE that change more than a field. */
export function useFix(actionId: string): Fix {
  const draft = useDraft();
  const change = (work: (coe: Coe) => Coe | null): void =>
    draft.change((coe) => work(coe) ?? coe, { location: 'actions' });
  return {
    mark: (isDone, today) => change((coe) => setActionDone(coe, actionId, isDone, today)),
    answer: ({ check, next }) => {
      const answered = { check: { id: newId(), ...check }, next, at: new Date().toISOString() };
      change((coe) => recordCheck(coe, actionId, answered));
    },
  };
}
