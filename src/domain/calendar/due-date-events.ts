import { awaitsCheck } from '../actions/check-state.ts';
import { isBlankAction } from '../actions/action-state.ts';
import type { CoeSummary } from '../catalogue/coe-summary.ts';
import type { CalendarEvent } from './ics.ts';

/**
 * All-day events for due actions and due checks, sorted by day. Without `includeText` an event only says whether it is
 * an action or a check, because calendars are shared and synced.
 */
export const dueDateEvents = (summaries: readonly CoeSummary[], includeText: boolean): CalendarEvent[] =>
  summaries
    .flatMap((summary) =>
      summary.actions
        .filter((action) => !isBlankAction(action))
        .flatMap((action): CalendarEvent[] => {
          const about = includeText ? `${action.text.trim()} (${summary.title.trim()})` : '';
          const uid = `${summary.id}-${action.id}`;
          if (action.status === 'open' && action.due !== null) {
            return [
              {
                uid: `${uid}-due`,
                day: action.due,
                summary: includeText ? `Due: ${about}` : 'An action is due (Once)',
              },
            ];
          }
          if (awaitsCheck(action) && action.checkDate !== null) {
            return [
              {
                uid: `${uid}-check`,
                day: action.checkDate,
                summary: includeText ? `Did it hold? ${about}` : 'A check is due (Once)',
              },
            ];
          }
          return [];
        }),
    )
    .toSorted((one, other) => (one.day + one.uid < other.day + other.uid ? -1 : 1));
