import type { DateOrder } from '../time/date-style.ts';
import { instantRange } from '../time/instant-range.ts';
import { dayMoment, type Moment, minuteMoment, unreadMoment } from '../time/moment.ts';
import { type ParsedLine, parseLine } from '../time/parse-line.ts';
import { parseMoment } from '../time/parse-moment.ts';
import { createDayCarrier } from '../timeline/carry-day.ts';
import { withEnglishMonths } from './other-languages.ts';
import { atTypedOffset, CODE_CLOCK, type ReportZone, zoneOfAbbreviation } from './typed-zones.ts';

/**
 * One time at the start of a text. `rest` is the text after it, `said` the time as written. `isDateAlone`: a day only.
 */
export type ReportTime = {
  readonly when: Moment;
  readonly rest: string;
  readonly said: string;
  readonly isDateAlone: boolean;
  readonly isDayTyped: boolean;
};

/** Reads the times of one timeline, from top to bottom. */
export type TimeReader = {
  /** The time that a text begins with; null when it begins with none. `line` is for the doubts. */
  readonly next: (text: string, line: number) => ReportTime | null;
  /** Whether a time got its zone only from the default. */
  readonly usedDefaultZone: () => boolean;
  /** Whether a time depends on a start day that was only found in the text. */
  readonly usedInferredDay: () => boolean;
};

/** What the times of one report are read with. */
export type TimeReaderOptions = {
  /** The day, `YYYY-MM-DD`, that the report gives for its first time; null when it gives none. */
  readonly startDay: string | null;
  /** Whether the start day was only found in the text; times that depend on it are approximate. */
  readonly isStartInferred: boolean;
  readonly zone: ReportZone;
  readonly dateOrder: DateOrder;
  readonly isNewestFirst: boolean;
  readonly doubt: (line: number, sentence: string) => void;
};

/** Stands for a day that nothing names, so that the parser has something to work with. */
const NO_DAY = '2000-01-01';
const YEAR = /(?<!\d)(?:1[6-9]|20)\d{2}(?!\d)|\d[/.]\d{1,2}[/.]\d{2}(?!\d)|['’]\d{2}\b/;
const HALF = /\d\s*([ap])\.?m\b/i;
const BARE_CLOCK = /^[\W_]*(1[0-2]|0?[1-9]):[0-5]\d(?![:\d]|\s*[ap]\.?m\b)/i;
const DOTTED = /^[\W_]*\d{1,2}\.\d{2}(?![.\d]|\s?(?:[ap]\.?m|uhr|h)\b)/i;
const UNKNOWN_CLOCK = /(\d{4}-\d{2}-\d{2})[ T]+(?:--|\?\?|xx|hh):?(?:--|\?\?|xx|mm)/i;
/** A sentence that begins with a time keeps all of its words. */
const SENTENCE = /^(?:at|on|around|by|from|about|approximately|between|before|after|since|until)\s/i;
const RANGE =
  /^\W*(?:\d{4}-\d{2}-\d{2}[T ]+)?\d{1,2}[:.]\d{2}(?:\s*[ap]m)?(?:\s*[A-Z]{3,4})?\s*(?:[-–—]|to|until)\s*~?\d{1,2}[:.]\d{2}/i;
const HALF_A_YEAR_MS = 183 * 86_400_000;
const HOUR_MS = 3_600_000;
const MOST_OF_A_YEAR_MS = 300 * 86_400_000;

/** Creates a reader for one timeline. Nothing is invented: a time without a day that the report names stays unknown. */
export function createTimeReader(options: TimeReaderOptions): TimeReader {
  const { zone, dateOrder, doubt } = options;
  const days = createDayCarrier(options.startDay ?? NO_DAY, zone.zone, options.isNewestFirst);
  let hasDay = options.startDay !== null;
  let half: string | null = null;
  let previous: Moment | null = null;
  let usedDefault = false;
  let usedInferred = false;
  let isInferred = options.isStartInferred;

  function next(written: string, line: number): ReportTime | null {
    const plain = withEnglishMonths(withPlainHyphens(written).replace(CODE_CLOCK, '$1$2').replace(UNKNOWN_CLOCK, '$1'));
    const { text, isHalfInferred } = withHalf(plain, half);
    const own = zoneOfAbbreviation(text, zone.zone);
    const parse = (day: string): ParsedLine | null => {
      const parsed = parseLine(own?.text ?? text, {
        referenceDate: day,
        zone: own?.zone ?? zone.zone,
        order: dateOrder,
      });
      if (parsed === null) return null;
      const said = saidIn(own?.text ?? text, parsed.rest);
      return { ...parsed, isZoneTyped: parsed.isZoneTyped || own !== null, moment: atTypedOffset(parsed.moment, said) };
    };
    const first = parse(options.startDay ?? NO_DAY);
    if (first === null || first.moment.precision === 'unknown') return null;
    const said = saidIn(written, first.rest);
    const isYearTyped = !first.isDayTyped || YEAR.test(said);
    const isSentence = SENTENCE.test(said) && first.rest !== '';
    const after = withOwnMarks(first.rest, plain);
    const rest = isSentence || RANGE.test(written) ? stripMarks(written) : after;
    if (!hasDay && (!first.isDayTyped || !isYearTyped)) {
      doubt(line, `“${shown(said)}” has no ${first.isDayTyped ? 'year' : 'day'}, and nothing above it names one.`);
      return { when: unreadMoment(said.trim()), rest, said, isDateAlone: false, isDayTyped: false };
    }
    const placed = days.next(parse);
    if (placed === null) return null;
    let { moment } = placed.read;
    const near = previous ?? (options.startDay === null ? null : dayMoment(options.startDay));
    if (!isYearTyped && near !== null) {
      const moved = inNearestYear(moment, near, zone.zone);
      if (moved !== null) {
        moment = moved;
        doubt(line, `“${shown(said)}” names no year and was read as ${moment.value.slice(0, 4)}.`);
        days.continueFrom(moment);
      }
    }
    hasDay = true;
    if (placed.day === 'typed') isInferred = false;
    if (isInferred) {
      moment = { ...moment, approximate: true };
      usedInferred = true;
    }
    if (placed.day === 'rolled-over') {
      moment = { ...moment, approximate: true };
      doubt(line, `“${shown(said)}” was read as the day after the time above it, ${moment.value.slice(0, 10)}.`);
    }
    if (isHalfInferred) {
      moment = { ...moment, approximate: true };
      doubt(line, `“${shown(said)}” could be morning or afternoon; it was read like the time above it.`);
    }
    for (const note of new Set([...first.notes, ...(own === null ? [] : own.notes(moment))])) {
      doubt(line, `“${shown(said)}”: ${note}`);
    }
    if (previous !== null) doubtOrder(moment, previous, said, line);
    if (moment.precision === 'minute' && !placed.read.isZoneTyped && !zone.isSaid) usedDefault = true;
    half = HALF.exec(said)?.[1] ?? (BARE_CLOCK.test(written) ? half : null);
    previous = moment;
    return {
      when: moment,
      rest,
      said,
      isDateAlone: first.moment.precision === 'day' && first.rest === '',
      isDayTyped: first.isDayTyped,
    };
  }

  function doubtOrder(moment: Moment, before: Moment, said: string, line: number): void {
    const gap = startOf(moment, zone.zone) - startOf(before, zone.zone);
    if (Math.abs(gap) > MOST_OF_A_YEAR_MS) doubt(line, `“${shown(said)}” is about a year from the time above it.`);
    else if (gap < -HOUR_MS && !options.isNewestFirst)
      doubt(line, `“${shown(said)}” is earlier than the time above it.`);
  }

  return { next, usedDefaultZone: () => usedDefault, usedInferredDay: () => usedInferred };
}

/**
 * The time that a whole text is, such as the value of "Start time"; null when it is none or says more. A time of day
 * without a day is on `day`, and none without it.
 */
export function timeIn(
  text: string,
  { zone, dateOrder, day }: { zone: ReportZone; dateOrder: DateOrder; day: string | null },
): { readonly when: Moment; readonly usedDefaultZone: boolean } | null {
  const bare = withEnglishMonths(
    withPlainHyphens(text)
      .trim()
      .replaceAll(/^[*_`"'<]+|[*_`"'>.]+$/g, ''),
  );
  const own = zoneOfAbbreviation(bare, zone.zone);
  const parsed = parseMoment(own?.text ?? bare, {
    referenceDate: day ?? NO_DAY,
    zone: own?.zone ?? zone.zone,
    order: dateOrder,
  });
  if (!('moment' in parsed) || parsed.moment.precision === 'unknown') return null;
  const isDayKnown = day !== null || ((parsed.isDayTyped ?? true) && YEAR.test(bare));
  if (!isDayKnown || (/^\d{1,3}$/.test(bare) && day === null)) return null;
  const isDefault = parsed.moment.precision === 'minute' && !zone.isSaid && own === null && parsed.isZoneTyped !== true;
  return { when: atTypedOffset(parsed.moment, bare), usedDefaultZone: isDefault };
}

/** A text with the hyphens of a keyboard, where a program wrote others, such as those that do not break. */
export const withPlainHyphens = (text: string): string => text.replaceAll(/[\u2010-\u2012]/g, '-');

/** Whether a clock time is written with a dot, as in "15.26", at the start of a text. */
export const isDotted = (text: string): boolean => DOTTED.test(text);

const startOf = (moment: Moment, zone: string): number => instantRange(moment, zone)?.start ?? 0;

/** The text before `rest`: what was read as a time. */
const saidIn = (text: string, rest: string): string => {
  const at = rest === '' ? -1 : text.lastIndexOf(rest);
  return stripMarks(at < 0 ? text : text.slice(0, at)).replace(/[\s\])}*_`|,;:–—-]+$/, '');
};

const EMPHASIS = ['**', '__', '~~', '`', '*', '_'];

/** Gives a text after a time the mark back that opens its emphasis, and takes the one that closes that of the time. */
function withOwnMarks(rest: string, text: string): string {
  for (const mark of EMPHASIS) {
    if (rest.split(mark).length % 2 === 1) continue;
    const before = text.slice(0, Math.max(0, text.lastIndexOf(rest)));
    if (before.endsWith(mark)) return `${mark}${rest}`;
    if (rest.endsWith(mark) && text.trimStart().startsWith(mark)) return rest.slice(0, -mark.length).trimEnd();
  }
  return rest;
}

const stripMarks = (text: string): string => text.trim().replace(/^(?:[-*•>]\s+|\*\*|__|[`[|])+\s*/, '');

const shown = (said: string): string => (said.length > 40 ? `${said.slice(0, 40)}…` : said);

/** Adds am or pm to "2:04" below "2:03 PM". */
function withHalf(text: string, half: string | null): { text: string; isHalfInferred: boolean } {
  const bare = half === null ? null : BARE_CLOCK.exec(text);
  if (bare === null) return { text, isHalfInferred: false };
  return { text: `${bare[0]} ${half ?? ''}m${text.slice(bare[0].length)}`, isHalfInferred: true };
}

/** The moment a year later or earlier, when that is nearer to the one before; null when it is near already. */
function inNearestYear(moment: Moment, before: Moment, zone: string): Moment | null {
  const gap = startOf(moment, zone) - startOf(before, zone);
  if (Math.abs(gap) <= HALF_A_YEAR_MS) return null;
  const year = String(Number(moment.value.slice(0, 4)) + (gap > 0 ? -1 : 1));
  const value = `${year}${moment.value.slice(4)}`;
  if (moment.precision !== 'minute') return { ...moment, value, approximate: true };
  return minuteMoment(value, moment.zone ?? zone, true);
}
