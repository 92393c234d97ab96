import { Temporal } from 'temporal-polyfill';

import { parseMoment } from '../../time/parse-moment.ts';
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
  const numeric = dayInName(text);
  if (numeric !== null) return numeric;
  const written = WRITTEN.exec(text)?.[0];
  if (written === undefined) return null;
  const parsed = parseMoment(written.replace(/\bof /, '').replaceAll(',', ''), {
    referenceDate: '2000-01-01',
    zone: 'UTC',
  });
  return 'moment' in parsed && parsed.moment.precision === 'day' ? parsed.moment.value : null;
}

/** The first whole date in the text of some parts; null when they have none. */
export function firstDayIn(parts: readonly Part[]): string | null {
  for (const part of parts) {
    const day = dayInText(part.source);
    if (day !== null) return day;
  }
  return null;
}
