import { awaitsCheck } from '../actions/check-state.ts';
import { isBlankAction } from '../actions/action-state.ts';
import type { CoeSummary } from '../catalogue/coe-summary.ts';
import type { CalendarEvent } from './ics.ts';

/**
 * The days on which actions are due and checks are to be asked, as events of a whole day. Without words an event says
 * what sort it is and nothing more: calendars are shared, synced and read over shoulders.
 */
export const dueDateEvents = (summaries: readonly CoeSummary[], withWords: boolean): CalendarEvent[] =>
  summaries
    .flatMap((summary) =>
      summary.actions
        .filter((action) => !isBlankAction(action))
        .flatMap((action): CalendarEvent[] => {
          const about = withWords ? `${action.text.trim()} (${summary.title.trim()})` : '';
          const uid = `${summary.id}-${action.id}`;
          if (action.status === 'open' && action.due !== null) {
            return [
              { uid: `${uid}-due`, day: action.due, summary: withWords ? `Due: ${about}` : 'An action is due (Once)' },
            ];
          }
          if (awaitsCheck(action) && action.checkDate !== null) {
            return [
              {
                uid: `${uid}-check`,
                day: action.checkDate,
                summary: withWords ? `Did it hold? ${about}` : 'A check is due (Once)',
              },
            ];
          }
          return [];
        }),
    )
    .toSorted((one, other) => (one.day + one.uid < other.day + other.uid ? -1 : 1));
