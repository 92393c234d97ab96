import { MONTHS, SHORT_MONTHS } from '#domain/time/month-names.ts';

const inWords = (value: string, months: readonly string[]): string => {
  const month = months[Number(value.slice(5, 7)) - 1];
  return month === undefined ? value.slice(0, 4) : `${month} ${Number(value.slice(0, 4))}`;
};

/** A calendar value to the month, as it stands in a sentence: "March 2026", or "2026" when no more is known. */
export const formatMonth = (value: string): string => inWords(value, MONTHS);

/** The same, short enough to stand beside a bar: "Mar 2026". */
export const formatShortMonth = (value: string): string => inWords(value, SHORT_MONTHS);

/** A calendar value as exactly as it is known: "2 March 2026", "March 2026", "2026". */
export const formatPartialDate = (value: string): string =>
  value.length === 10 ? `${Number(value.slice(8))} ${formatMonth(value)}` : formatMonth(value);
