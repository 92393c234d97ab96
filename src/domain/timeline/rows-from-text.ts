import { type Moment, unknownMoment } from '../time/moment.ts';
import { type ParsedLine, parseLine } from '../time/parse-line.ts';
import type { ParseOptions } from '../time/parse-moment.ts';
import { zoneOfHeading } from '../time/zone-of-heading.ts';
import { createDayCarrier, type DaySource, isNewestFirst } from './carry-day.ts';

/**
 * One event read from text. `who` is the name in front of what was said, or empty. `source` is the lines it was read
 * from, as they stood: together, the sources of all rows are the whole text but for empty lines. `day` and
 * `isZoneTyped` tell which parts of the time were inferred. `notes` are sentences about how something ambiguous was
 * read.
 */
export type TextRow = {
  readonly when: Moment;
  readonly who: string;
  readonly what: string;
  readonly source: string;
  readonly day: DaySource;
  readonly isZoneTyped: boolean;
  readonly notes: readonly string[];
};

/** `referenceDate` is the day of the first time; `zone` applies to times for which the text names none. */
export type RowsFromTextOptions = Pick<ParseOptions, 'referenceDate' | 'zone' | 'order'> & {
  /** The zone that a person has set for times without one, whatever a heading says. */
  readonly zoneChosen?: string | undefined;
  /** Times that a person has set, by the number of the row from 0; later rows continue from them. */
  readonly corrected?: ReadonlyMap<number, Moment> | undefined;
};

/**
 * A line and how to parse its time, which begins it or stands after a name: "Ana Lima 2:03 PM". `read` is the text with
 * what the lines above say about its time.
 */
type Line = { readonly text: string; readonly read: string; readonly parse: Parse | null; readonly who: string | null };
type Parse = (day: string) => ParsedLine | null;

const NAME = /^@?\p{L}[\p{L}\p{N}_.'’-]*(?: \p{Lu}[\p{L}\p{N}_.'’-]*){0,3}$/u;
const FULL_NAME = /^\p{Lu}[\p{L}\p{N}_.'’-]*(?: (?:\p{Lu}[\p{L}\p{N}_.'’-]*|\(.+\))){0,3}$/u;
const SPEAKER = /^(?:<[@+]?([^<>\s]{1,40})>|@?(\p{L}[\p{L}\p{N}_.'’-]*(?: \p{Lu}[\p{L}\p{N}_.'’-]*){0,3}):)\s+(?=\S)/u;
const LONGEST_SIGNATURE = 100;
/** What may stand between a name and the time after it. */
const SEPARATOR = /(?:\s+APP)?[\s,—–|·•-]+$/;
const RANGE = /^\W*\d{1,2}[:.]\d{2}\s*(?:[-–—]|to)\s*\d{1,2}[:.]\d{2}/;
const HALF = /\d\s*([ap]\.?m)\b/i;
const BARE_CLOCK = /^[[(]?(1[0-2]|0?[1-9]):[0-5]\d[\])]?(?=\s|$)(?!\s*[ap]\.?m\b)/i;

/**
 * Splits text such as a chat log into rows: each line with a time begins one, and lines without a time continue the row
 * above. Lines before the first time become a row without a time. A line that is only a date gives the day of the times
 * below it, and a line such as "All times in UTC" the zone. Never throws for any text.
 */
export function rowsFromText(text: string, options: RowsFromTextOptions): TextRow[] {
  const written = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '');
  const zone = zoneFor(written, options);
  const forLines = { ...options, zone, anchor: options.referenceDate };
  let clock: Clock | null = null;
  const lines = written.map((line) => {
    const read = lineOf(line.trim(), withHalf(line.replaceAll(/[\u00A0\u202F]/g, ' ').trim(), clock), forLines);
    if (read.parse !== null) clock = clockIn(read, clock);
    return read;
  });
  return buildRows(lines, { ...options, zone });
}

/** The zone of times that name none: the chosen one, or that of the first heading that names one, or the own one. */
export const zoneFor = (headings: readonly string[], { zone, zoneChosen }: RowsFromTextOptions): string =>
  zoneChosen ?? headings.map((line) => zoneOfHeading(line, zone)).find((found) => found !== null) ?? zone;

/** The hour of the last time that was am or pm, and which it was. */
type Clock = { readonly hour: number; readonly half: string };

/** The time of day in a line that has one, for the lines below it. A time in 24 hours ends what was known. */
function clockIn({ read }: Line, before: Clock | null): Clock | null {
  const half = HALF.exec(read);
  const hour = Number(/(\d{1,2})(?:[:.]\d{2})*\s*[ap]\.?m\b/i.exec(read)?.[1]);
  return half?.[1] === undefined || Number.isNaN(hour) ? before : { hour, half: half[1] };
}

/** Adds am or pm to a time without it, "2:04" below "2:03 PM", as some chat programs leave it out. */
function withHalf(text: string, clock: Clock | null): string {
  const [bare = '', hour] = BARE_CLOCK.exec(text) ?? [];
  if (clock === null || bare === '') return text;
  const isPastTwelve = clock.hour === 11 && hour === '12';
  const half = isPastTwelve ? (/^a/i.test(clock.half) ? 'pm' : 'am') : clock.half;
  return `${bare.replace(/[\])]$/, '')} ${half}${/[\])]$/.exec(bare)?.[0] ?? ''}${text.slice(bare.length)}`;
}

/** Whether text has two lines or more with a time of day or a day, so that it can be read as rows. */
export const hasTimedLines = (rows: readonly TextRow[]): boolean =>
  rows.filter(({ when }) => when.precision !== 'unknown').length >= 2;

function lineOf(text: string, read: string, options: ParseOptions): Line {
  const parse: Parse = (day) => parseLine(read, { ...options, referenceDate: day });
  if (parse(options.referenceDate) !== null) return { text, read, parse, who: null };
  if (read.length > LONGEST_SIGNATURE) return { text, read, parse: null, who: null };
  for (const { index } of read.matchAll(/(?<=\s)\S/g)) {
    const name = read.slice(0, index).replace(SEPARATOR, '');
    if (!NAME.test(name)) continue;
    const parseTime: Parse = (day) => {
      const parsed = parseLine(read.slice(index), { ...options, referenceDate: day });
      return parsed?.rest === '' && parsed.moment.precision === 'minute' ? parsed : null;
    };
    if (parseTime(options.referenceDate) !== null) return { text, read, parse: parseTime, who: name };
  }
  return { text, read, parse: null, who: null };
}

/** A row while lines are added to it. */
type Draft = Omit<TextRow, 'who' | 'what' | 'source'> & { who: string; what: string[]; source: string[] };

function buildRows(lines: readonly Line[], options: RowsFromTextOptions): TextRow[] {
  const { referenceDate, zone, corrected } = options;
  // A name and a time introduce what is said below them; otherwise they are part of a sentence.
  const first = lines.map(({ parse, who }, index) =>
    parse === null || (who !== null && lines[index + 1]?.parse !== null) ? null : parse(referenceDate),
  );
  const clockTimes = first.flatMap((parsed) =>
    parsed !== null && !parsed.isDayTyped ? [parsed.moment.value.slice(11)] : [],
  );
  const days = createDayCarrier(referenceDate, zone, isNewestFirst(clockTimes));
  const rows: Draft[] = [];
  /** Lines that belong to the next row: a date above it, or a name. */
  let ahead: string[] = [];
  let speaker = '';

  for (const [index, { text, parse, who }] of lines.entries()) {
    const placed = parse === null || first[index] === null ? null : days.next(parse);
    if (placed === null) {
      if (isNameAbove(lines, first, index)) {
        speaker = text;
        ahead.push(text);
      } else {
        for (const line of [...ahead, text]) continueRow(rows, line);
        ahead = [];
        speaker = '';
      }
      continue;
    }
    const { read, day } = placed;
    const isDateAlone = read.moment.precision === 'day' && read.rest === '';
    const below = isNameAbove(lines, first, index + 1) ? first[index + 2] : first[index + 1];
    if (isDateAlone && below?.isDayTyped === false) {
      ahead.push(text);
      continue;
    }
    // What lasted has two times; both stay in its words.
    const rest = RANGE.test(text) ? text.replace(/^[-*•>\s]+/, '') : read.rest;
    const spoken = SPEAKER.exec(rest);
    const set = corrected?.get(rows.length);
    if (set !== undefined) days.continueFrom(set);
    rows.push({
      when: set ?? read.moment,
      who: who ?? spoken?.[1] ?? spoken?.[2] ?? speaker,
      what: [spoken === null ? rest : rest.slice(spoken[0].length)].filter((words) => words !== ''),
      source: [...ahead, text],
      day: set === undefined ? day : 'typed',
      isZoneTyped: read.isZoneTyped,
      notes: set === undefined ? read.notes : [],
    });
    ahead = [];
    speaker = '';
  }
  for (const text of ahead) continueRow(rows, text);
  return rows.map((row, number) => ({
    ...row,
    when: corrected?.get(number) ?? row.when,
    what: row.what.join('\n'),
    source: row.source.join('\n'),
  }));
}

/** A name on a line of its own, above a time on a line of its own, as some chat programs copy it. */
function isNameAbove(lines: readonly Line[], first: readonly (ParsedLine | null)[], index: number): boolean {
  const below = first[index + 1];
  const beyond = lines[index + 2];
  return (
    first[index] === null &&
    FULL_NAME.test(lines[index]?.text ?? '') &&
    below?.rest === '' &&
    lines[index + 1]?.who === null &&
    below.moment.precision === 'minute' &&
    beyond !== undefined &&
    first[index + 2] === null
  );
}

function continueRow(rows: Draft[], text: string): void {
  const last = rows.at(-1);
  if (last === undefined) {
    const none = { when: unknownMoment(), who: '', day: 'none', isZoneTyped: false, notes: [] } as const;
    rows.push({ ...none, what: [text], source: [text] });
  } else {
    last.what.push(text);
    last.source.push(text);
  }
}
