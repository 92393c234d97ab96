import { Temporal } from 'temporal-polyfill';

import { parseMoment } from '../../time/parse-moment.ts';
import { withEnglishMonths } from '../other-languages.ts';
import { withPlainHyphens } from '../read-times.ts';
import type { Part } from './outline.ts';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const ORDINAL = '\\d{1,2}(?:st|nd|rd|th)?';
const WRITTEN = new RegExp(`\\b(?:${ORDINAL} (?:of )?${MONTH},? \\d{4}|${MONTH} ${ORDINAL},? \\d{4})\\b`, 'i');

/**
 * The last full date, `YYYY-MM-DD`, in a name such as `2018-01-18-ssl.md` or `20180118 ssl`; null when there is none.
 */
export function dayInName(name: string): string | null {
  const found = [...name.matchAll(/(?<!\d)((?:19|20)\d{2})([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g)].at(
    -1,
  );
  if (found === undefined) return null;
  const day = `${found[1] ?? ''}-${found[3] ?? ''}-${found[4] ?? ''}`;
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** The day, `YYYY-MM-DD`, that a text names with its year: "14 May 2026" or 2026-05-14; null when it names none. */
export function dayInText(text: string): string | null {
  const numeric = dayInName(withPlainHyphens(text));
  if (numeric !== null) return numeric;
  const written = WRITTEN.exec(withEnglishMonths(text))?.[0];
  if (written === undefined) return null;
  const parsed = parseMoment(written.replace(/\bof /, '').replaceAll(',', ''), {
    referenceDate: '2000-01-01',
    zone: 'UTC',
  });
  return 'moment' in parsed && parsed.moment.precision === 'day' ? parsed.moment.value : null;
}

/** What a line says whose date is not that of the event: when it was written, is discussed, or something is due. */
const ANOTHER_DAY =
  /\b(?:due|deadline|eta|meeting|scheduled for|created|updated|last modified|published|posted|frist|fällig)\b|échéance|^(?:date|sent)\s*:/im;

const YEARLESS = new RegExp(`\\b(?:${ORDINAL} (?:of )?${MONTH}|${MONTH} ${ORDINAL})(?!\\w|,? \\d{4})`, 'gi');
const MOST_DAYS_BEFORE = 60;

/**
 * The first date that may be that of the event in the text of some parts; null when they have none. One without a year
 * counts when it is shortly before a whole date of the text, such as that of the meeting, or before `published`.
 */
export function firstDayIn(parts: readonly Part[], published: string | null): string | null {
  return wholeDayIn(parts) ?? yearlessDayIn(parts, published);
}

function yearlessDayIn(parts: readonly Part[], published: string | null): string | null {
  const texts = parts.map(({ source }) => source);
  const later = [published, ...texts.flatMap((text) => text.split('\n')).map(dayInText)].find((day) => day !== null);
  if (later === undefined) return null;
  const end = Temporal.PlainDate.from(later);
  for (const [written] of texts.flatMap((text) => [...text.matchAll(YEARLESS)])) {
    const day = [end.year, end.year - 1]
      .map((year) => dayInText(`${written.replace(/\.$/, '')} ${year}`))
      .find((each) => each !== null && each <= later);
    if (day === undefined || day === null) continue;
    if (Temporal.PlainDate.from(day).until(end, { largestUnit: 'days' }).days <= MOST_DAYS_BEFORE) return day;
  }
  return null;
}

function wholeDayIn(parts: readonly Part[]): string | null {
  for (const part of parts) {
    // A table is one line for each of its rows, and the other text is read as it was wrapped.
    const texts = part.source.split(/\n(?=[ \t]*(?:[|>*+-]|\n))/);
    for (const text of texts) {
      const day = ANOTHER_DAY.test(text) ? null : dayInText(text);
      if (day !== null) return day;
    }
  }
  return null;
}
