import type { ImportedCoeInput } from '../imported-report.ts';
import { createTimeReader, isDotted, type ReportTime, type TimeReaderOptions } from '../read-times.ts';
import { type ReportZone, typedZoneOf } from '../typed-zones.ts';
import { unknownMoment, unreadMoment } from '../../time/moment.ts';
import { parseLine } from '../../time/parse-line.ts';
import { areNewestFirst, isNewestFirst } from '../../timeline/carry-day.ts';
import type { Part } from './outline.ts';
import { type Candidate, type Item, itemsIn } from './timeline-items.ts';

/** A row of a timeline as far as a report gives it; the rest gets the values of a new row. */
export type TimelineRow = NonNullable<
  NonNullable<NonNullable<ImportedCoeInput['sections']>['timeline']>['entries']
>[number];

/**
 * What a timeline section gives. `prose` is the Markdown that belongs to no row, and `labels` are the words that only
 * structured it, such as column names. `times` are the times as written.
 */
export type TimelineReading = {
  readonly rows: readonly TimelineRow[];
  readonly prose: readonly string[];
  readonly labels: readonly string[];
  readonly times: readonly string[];
  readonly usedDefaultZone: boolean;
  readonly usedInferredDay: boolean;
};

/** Reads the parts of a timeline: bullets, headings, paragraphs or tables whose texts begin with a time. */
export function readTimeline(
  parts: readonly Part[],
  body: string,
  options: Omit<TimeReaderOptions, 'isNewestFirst'> & { zone: ReportZone },
): TimelineReading {
  const labels: string[] = [];
  const items = itemsIn(parts, body, labels);
  const candidates = items.filter((item) => item.is === 'candidate');
  const dotted = candidates.filter(({ text }) => isDotted(text)).length;
  const isTime = (text: string): boolean => dotted >= 2 || !isDotted(text);
  const clocks = candidates.flatMap(({ text }) => {
    const parsed = parseLine(text, { referenceDate: '2000-01-01', zone: options.zone.zone });
    return parsed !== null && !parsed.isDayTyped && isTime(text) ? [parsed.moment.value.slice(11)] : [];
  });
  const dated = candidates.flatMap(({ text }) => {
    const parsed = parseLine(text, { referenceDate: options.startDay ?? '2000-01-01', zone: options.zone.zone });
    return parsed?.isDayTyped === true && parsed.moment.precision === 'minute' ? [parsed.moment.value] : [];
  });
  const zone = options.zone.isSaid ? options.zone : (zoneTypedIn(candidates, options.zone) ?? options.zone);
  const reader = createTimeReader({
    ...options,
    zone,
    isNewestFirst: isNewestFirst(clocks) || areNewestFirst(dated),
  });
  const read = items.map((item) =>
    item.is === 'candidate' && isTime(item.text) ? reader.next(item.text, item.line) : null,
  );
  if (read.every((time) => time === null)) {
    return {
      rows: [],
      prose: parts.map(({ source }) => source),
      labels: [],
      times: [],
      usedDefaultZone: false,
      usedInferredDay: false,
    };
  }
  const { rows, prose, times } = buildRows(items, read, labels);
  return {
    rows,
    prose,
    labels,
    times,
    usedDefaultZone: reader.usedDefaultZone(),
    usedInferredDay: reader.usedInferredDay(),
  };
}

/**
 * The zone that some rows name and no other row contradicts, for the rows that name none; null when there is none. A
 * report often names its zone only in the first row.
 */
function zoneTypedIn(candidates: readonly Candidate[], { zone }: ReportZone): ReportZone | null {
  const zones = new Set(
    candidates.flatMap(({ text }) => {
      const meant = typedZoneOf(text, zone);
      return meant === null ? [] : [meant];
    }),
  );
  const [only] = zones;
  return zones.size === 1 && only !== undefined ? { zone: only, isSaid: true } : null;
}

function buildRows(
  items: readonly Item[],
  read: readonly (ReportTime | null)[],
  labels: string[],
): { rows: TimelineRow[]; prose: string[]; times: string[] } {
  const rows: (TimelineRow & { what: string })[] = [];
  const prose: string[] = [];
  const times: string[] = [];
  let isOpen = false; // text that follows belongs to the last row
  for (const [index, item] of items.entries()) {
    const time = read[index] ?? null;
    const last = rows.at(-1);
    if (item.is === 'text') {
      if (isOpen && last !== undefined) last.what = joined(last.what, item.source, '\n\n');
      else prose.push(item.source);
      continue;
    }
    const followers = items.slice(index + 1);
    if (time === null) {
      const isPhase = item.from === 'heading' && followers[0]?.is === 'candidate';
      if (item.from === 'line' && last !== undefined && isOpen) last.what = joined(last.what, item.source, '\n');
      else if (
        isPhase ||
        item.from === 'line' ||
        (last === undefined && item.from !== 'row' && item.from !== 'heading')
      ) {
        prose.push(item.source);
        isOpen = false;
      } else {
        const looksTyped =
          (item.from === 'row' && item.text !== '') ||
          (item.from === 'heading' && /^\W*\d[\dX?]?[:.h]/i.test(item.text));
        const what = looksTyped ? '' : item.text;
        rows.push({
          when: looksTyped ? unreadMoment(item.text) : unknownMoment(),
          what: joined(what, item.more.join('\n'), '\n'),
          evidence: item.evidence,
        });
        isOpen = item.from === 'heading';
      }
      continue;
    }
    times.push(time.said);
    const isDayAbove =
      time.isDateAlone && item.more.length === 0 && item.evidence === '' && followers[0]?.is === 'candidate';
    if (isDayAbove && read[index + 1]?.isDayTyped === false) {
      labels.push(item.source);
      isOpen = false;
      continue;
    }
    // A day above a title, such as that of an incident, is no event of its own.
    const next = followers[0];
    const isAboveTitle =
      isDayAbove && item.from === 'heading' && next?.is === 'candidate' && next.from === 'heading' && !read[index + 1];
    if (isAboveTitle && read.slice(index + 1).some((each) => each !== null)) {
      prose.push(item.source);
      isOpen = false;
      continue;
    }
    rows.push({ when: time.when, what: joined(time.rest, item.more.join('\n'), '\n'), evidence: item.evidence });
    isOpen = item.from === 'heading' || item.from === 'line';
  }
  return { rows, prose, times };
}

const joined = (first: string, second: string, gap: string): string =>
  first === '' ? second : second === '' ? first : `${first}${gap}${second}`;
