import { useMemo } from 'react';

import { type DateStyle, dateStyleOf } from '#domain/time/date-style.ts';

import { useIpcQuery } from './queries.ts';
import { useSettings } from './settings.ts';

/**
 * How the person writes dates: from the settings, or else as the computer does. `locale` is English, in their region.
 */
export function useOwnDateStyle(): DateStyle & { readonly locale: string } {
  const { dateOrder, clock } = useSettings();
  const system = useIpcQuery('app:info', {}).data?.locale ?? 'en-GB';
  return useMemo(() => {
    const own = dateStyleOf(system);
    return {
      order: dateOrder === 'system' ? own.order : dateOrder,
      clock: clock === 'system' ? own.clock : clock,
      locale: englishIn(system),
    };
  }, [system, dateOrder, clock]);
}

/** The app is in English, but weeks start as they do where the person lives. */
function englishIn(locale: string): string {
  try {
    const { region } = new Intl.Locale(locale).maximize();
    return region === undefined ? 'en-GB' : `en-${region}`;
  } catch {
    return 'en-GB';
  }
}
