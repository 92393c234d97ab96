import type { Clock } from '#domain/clock.ts';
import { dueDateEvents } from '#domain/calendar/due-date-events.ts';
import { toIcs } from '#domain/calendar/ics.ts';
import { fail, ok } from '#domain/result.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { Library } from '#main/library/library-api.ts';

import type { AskSavePath } from './export-handlers.ts';
import { fileNameFor } from './file-name-for.ts';
import { saveCopy } from './write-copy.ts';

/** What the calendar handler needs. */
export type CalendarDeps = {
  readonly askWhere: AskSavePath;
  readonly library: () => Library | null;
  readonly clock: Clock;
};

/**
 * Creates the handler that saves the due dates of all COEs as an .ics file the person chooses, and returns the number
 * of events. Fails with `cancelled` if the person cancels.
 */
export const calendarHandlers = ({ askWhere, library, clock }: CalendarDeps): Pick<Handlers, 'calendar:save'> => ({
  'calendar:save': async ({ withWords }) => {
    const open = library();
    if (open === null) return fail({ kind: 'library-loading' });
    const events = dueDateEvents(open.summaries(), withWords);
    const file = await askWhere({
      name: fileNameFor('Once due dates', 'ics', 'Calendar'),
      kind: 'Calendar',
      extension: 'ics',
    });
    if (file === null) return fail({ kind: 'cancelled' });
    const written = await saveCopy(file, Buffer.from(toIcs(events, clock())));
    return written.ok ? ok({ ...written.value, count: events.length }) : written;
  },
});
