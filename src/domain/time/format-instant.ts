const formatters = new Map<string, Intl.DateTimeFormat>();

/** Cached, because making a formatter takes far longer than using it. */
function formatterFor(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** The date of an instant (ISO 8601) in a zone: `23 November 2026`. Throws a RangeError for an unknown zone. */
export const formatDate = (instant: string, zone: string): string =>
  formatterFor(zone, { dateStyle: 'long' }).format(Date.parse(instant));

/** The same with its weekday: `Monday 23 November 2026`. */
export const formatWeekdayAndDate = (instant: string, zone: string): string =>
  `${formatterFor(zone, { weekday: 'long' }).format(Date.parse(instant))} ${formatDate(instant, zone)}`;

/** The time of day of an instant in a zone: `09:30`. */
export const formatTime = (instant: string, zone: string): string =>
  formatterFor(zone, { timeStyle: 'short' }).format(Date.parse(instant));

/** `23 November 2026, 09:30`. */
export const formatDateAndTime = (instant: string, zone: string): string =>
  `${formatDate(instant, zone)}, ${formatTime(instant, zone)}`;
