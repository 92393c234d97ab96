import type { DateStyle } from '#domain/time/date-style.ts';
import { formatDay } from '#domain/time/format-day.ts';
import { MONTHS, SHORT_MONTHS } from '#domain/time/month-names.ts';

const inWords = (value: string, months: readonly string[]): string => {
  const month = months[Number(value.slice(5, 7)) - 1];
  return month === undefined ? value.slice(0, 4) : `${month} ${Number(value.slice(0, 4))}`;
};

/** The month of a partial date (`2026`, `2026-03` or `2026-03-02`): "March 2026", or "2026" for a year. */
export const formatMonth = (value: string): string => inWords(value, MONTHS);

/** The same with a short month: "Mar 2026". */
export const formatShortMonth = (value: string): string => inWords(value, SHORT_MONTHS);

/** A partial date, as precise as it is: "2 March 2026" in the order of the person, "March 2026" or "2026". */
export const formatPartialDate = (value: string, dates: DateStyle): string =>
  value.length === 10 ? formatDay(value, '', dates) : formatMonth(value);
