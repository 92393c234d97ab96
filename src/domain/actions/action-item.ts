import type { ActionSummary, CoeSummary } from '../catalogue/coe-summary.ts';
import type { KindId } from '../coe/vocabulary.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import { type ActionStateId, actionState, isBlankAction } from './action-state.ts';

/** An action with what lists show of its COE. `state` is the narrowest group it belongs to. */
export type ActionItem = ActionSummary & {
  coeId: string;
  coeTitle: string;
  coeKind: KindId;
  coeSeverity: number | null;
  state: ActionStateId;
};

/** The actions of a COE with their state on a day. Untouched rows are left out. */
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
