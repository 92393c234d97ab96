import { useEffect, useState } from 'react';

import { type CalendarDate, calendarDateAt } from '#domain/time/calendar-date.ts';
import { useSettings } from './settings.ts';
import { entryZone } from './zone.ts';

const A_MINUTE = 60_000;

/** The day it is where the person lives. It turns at midnight, in an app that is left open. */
export function useToday(): CalendarDate {
  const zone = entryZone(useSettings());
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), A_MINUTE);
    return () => clearInterval(timer);
  }, []);
  return calendarDateAt(now, zone);
}
