import type { ActionSummary, CoeSummary } from '../catalogue/coe-summary.ts';
import type { KindId } from '../coe/vocabulary.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import { type ActionStateId, actionState, isBlankAction } from './action-state.ts';

/** One action with the COE it belongs to. `state` is the narrowest group it is in. */
export type ActionItem = ActionSummary & {
  coeId: string;
  coeTitle: string;
  coeKind: KindId;
  coeSeverity: number | null;
  state: ActionStateId;
};

/** The actions of a COE that say anything, as they stand on a day. */
export const actionItemsOf = (summary: CoeSummary, today: CalendarDate): ActionItem[] =>
  summary.actions
    .filter((action) => !isBlankAction(action))
    .map((action) => ({
      ...action,
      coeId: summary.id,
      coeTitle: summary.title,
      coeKind: summary.kind,
      coeSeverity: summary.severity,
      state: actionState(action, today),
    }));
