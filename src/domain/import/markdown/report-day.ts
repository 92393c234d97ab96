import { dayInName } from '../read-times.ts';
import { parseMoment } from '../../time/parse-moment.ts';
import type { Part } from './outline.ts';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const ORDINAL = '\\d{1,2}(?:st|nd|rd|th)?';
const WRITTEN = new RegExp(`\\b(?:${ORDINAL} (?:of )?${MONTH},? \\d{4}|${MONTH} ${ORDINAL},? \\d{4})\\b`, 'i');

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
