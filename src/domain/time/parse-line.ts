import type { Moment } from './moment.ts';
import { type ParseOptions, parseMoment } from './parse-moment.ts';

/**
 * A line that starts with a time, and what it says after it. `notes` are those of `parseMoment`. `isDayTyped` is false
 * when the line has only a time of day; `isZoneTyped` is true when it names a zone.
 */
export type ParsedLine = {
  readonly moment: Moment;
  readonly rest: string;
  readonly notes: readonly string[];
  readonly isDayTyped: boolean;
  readonly isZoneTyped: boolean;
};

/** The most words that a time has: "on Thursday the 14th of May 2026 at 10:04 PM US Eastern time". */
const MAX_WORDS = 14;
const BULLET = /^(?:[-*•–—+>]\s+|\d+[.)]\s+(?=\S*\d)|#{1,6}\s+|\|\s*)*/;
const OPENING = /^(?:\*\*|__|[`[(|]|\\\[)+\s*/;
const AFTER = /^[\s\])}*_`|,;:–—-]+/;
const WORD_END = /[\])}*_`|,;:–—-]+$/;
/** A clock time or a whole date; a number, month or weekday alone may be part of a sentence. */
const CERTAIN =
  /\d{1,2}[:h]\d{2}|\d\s*[ap]\.?m\b|\d\.\d{2}\b|\d{4}-\d{2}-\d{2}|o[’']?clock|\b(?:noon|midnight)$|\b(?:past|to) (?:\d+|[a-z]+)$|\d(?:st|nd|rd|th)?[. -]*(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[. -]*\d{1,2}|\d[/.]\d{1,2}[/.]\d|^\d{4}(?:\s?z|\s?hrs?)?$/i;
/** A word that belongs to the sentence after the time. */
const DANGLING = /\s(?:at|on|in|from|of|the|to|or so)$/i;
const YEAR = /^(?:19|20)\d{2}$/;

/**
 * Parses the time at the start of a line: "14:02 rolling back", "- [2026-05-14T10:04:00Z] alert", "**9:30 PM EST**:
 * paged", "| 10:04 | said". Null when the line does not start with a time. `options.previous` is the time of the line
 * before, so that a clock time continues from it. The longest start that reads as a time is taken.
 */
export function parseLine(line: string, options: ParseOptions): ParsedLine | null {
  const text = line.trim().replace(BULLET, '').replace(OPENING, '');
  const ends = [...text.matchAll(/\S+/g)].slice(0, MAX_WORDS).map((word) => word.index + word[0].length);
  // A bracket or a bar ends the time: "[10:04 UTC] now it works".
  const bar = text.search(/[\])|]|\*\*|\s[–—-]\s|:\s/);
  const candidates = [
    ...(bar > 0 ? [bar] : []),
    ...ends.toReversed().filter((end) => bar <= 0 || end <= bar),
    ...glued(text),
  ];
  for (const end of candidates) {
    const typed = text.slice(0, end).replace(WORD_END, '').replace(OPENING, '').trim();
    if (!CERTAIN.test(typed) || YEAR.test(typed) || DANGLING.test(typed)) continue;
    const parsed = parseMoment(typed, options);
    if (!('moment' in parsed) || parsed.moment.precision === 'unknown') continue;
    return {
      moment: parsed.moment,
      notes: parsed.notes,
      rest: text.slice(end).replace(AFTER, '').trim(),
      isDayTyped: parsed.isDayTyped ?? true,
      isZoneTyped: parsed.isZoneTyped ?? false,
    };
  }
  return null;
}

/** The end of a clock time that something touches: "10:04-rolled back". */
function glued(text: string): number[] {
  const clock = /^~?\d{1,2}:\d{2}(?=[^\d:\s])/.exec(text);
  return clock === null ? [] : [clock[0].length];
}
