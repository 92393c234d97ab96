import papaparse from 'papaparse';

import { calendarDateSchema } from '../../time/calendar-date.ts';
import { isUnsaid, type Moment, unknownMoment, unreadMoment } from '../../time/moment.ts';
import { parseMoment } from '../../time/parse-moment.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import {
  importedCoe,
  type ImportedCoeInput,
  type ImportedReport,
  type ImportOptions,
  type FileReading,
  type PlacedHeading,
  type SourceFile,
} from '../imported-report.ts';
import { cleanText } from '../journal-report.ts';
import { instantOf, zoneDoubts } from '../journal-time.ts';
import { severityIn } from '../header-facts.ts';
import { countWords } from '../word-bag.ts';
import { type ColumnTarget, columnTarget, headingTargetOf, isOfReport, TIME_COLUMNS } from './csv-columns.ts';

/** Words that mean an action is done; any other word stays open. */
const DONE = /^(?:done|closed|complete|completed|resolved|finished|yes|x|✓|✅)$/i;
const MOST_COLUMNS = 500;

/**
 * Reads a table with one report in each row; null when the name says that it is something else. The first row names the
 * columns. `options.headings` overrules what is known of a column. Cells are text: formulas are never computed. Never
 * throws.
 */
export function readCsv(file: SourceFile, options: ImportOptions): FileReading | null {
  if (!/\.(?:csv|tsv)$/i.test(file.path)) return null;
  const { data } = papaparse.parse<string[]>(file.content.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const [header, ...rows] = data;
  if (header === undefined || rows.length === 0) return { is: 'skipped', reason: 'This table has no rows.' };
  if (header.length > MOST_COLUMNS) return { is: 'refused', reason: 'This table has too many columns.' };
  const columns = header.map((name) => columnTarget(name, options));
  if (!columns.some(isOfReport)) {
    return { is: 'skipped', reason: 'No column of this table is the title or the text of a report.' };
  }
  const reports = rows.map((row, index) =>
    readRow(row, header, columns, index === 0 ? file.path : `${file.path}#${index + 1}`, options),
  );
  return { is: 'reports', reports };
}

function readRow(
  row: readonly string[],
  header: readonly string[],
  columns: readonly ColumnTarget[],
  path: string,
  options: ImportOptions,
): ImportedReport {
  const doubts: string[] = [];
  /** The cells of a target that are not empty, with the names of their columns. */
  const cells = (target: ColumnTarget): { name: string; text: string }[] =>
    columns.flatMap((one, index) => {
      const text = cleanText(row[index] ?? '').trim();
      return one === target && text !== '' ? [{ name: (header[index] ?? '').trim(), text }] : [];
    });
  const [title, ...otherTitles] = cells('title');
  const text = (target: ColumnTarget): string => joined(cells(target));
  const [date, ...otherDates] = cells('date');
  const created = cells('created');
  const when = readTime((date ?? created[0])?.text ?? '', options, doubts);
  const due = cells('due').map(({ text: written }) => readTime(written, options, doubts));
  const [action, owner, doneWhen, status] = (['action', 'owner', 'doneWhen', 'status'] as const).map((one) =>
    cells(one)
      .map((cell) => cell.text)
      .join('\n'),
  );
  const dueDay = dayOf(due[0]);
  const hasAction = (action ?? '') !== '';
  const times: Partial<Record<(typeof TIME_COLUMNS)[number], Moment>> = {};
  /** Cells of a time that are none, or the second of a kind. */
  const noTimes: { name: string; text: string }[] = [];
  for (const fact of TIME_COLUMNS) {
    for (const cell of cells(`${fact}At`)) {
      const moment = times[fact] === undefined ? readTime(cell.text, options, doubts) : unknownMoment();
      if (isUnsaid(moment)) noTimes.push(cell);
      else times[fact] = moment;
    }
  }
  // Words without a place: other columns, and those of an action when there is none.
  const rest = [
    ...otherTitles,
    ...otherDates,
    ...noTimes,
    ...cells('severity'),
    ...(date === undefined ? created.slice(1) : []),
    ...cells('unplaced'),
    // A section of rows has prose too, so its text is kept there.
    ...(hasAction ? [] : (['owner', 'due', 'doneWhen', 'status'] as const).flatMap(cells)),
    ...(hasAction ? cells('due').slice(1) : []),
    ...(hasAction && status !== '' && !DONE.test(status ?? '') ? cells('status') : []),
  ];
  const unplaced = rest.map((cell) => `**${escapeMarkdown(cell.name)}:** ${escapeMarkdown(cell.text)}`).join('\n\n');
  const sections: ImportedCoeInput['sections'] = {
    context: { prose: [text('text'), text('context')].filter((part) => part !== '').join('\n\n') },
    customerImpact: { prose: text('customerImpact') },
    impact: { prose: text('impact') },
    timeline: { prose: text('timeline') },
    noticed: { prose: text('noticed') },
    mitigated: { prose: text('mitigated') },
    cause: { prose: text('cause') },
    whys: { prose: text('whys') },
    learned: {
      prose: text('learned'),
      lessons: cells('lessons').map((cell) => ({ rule: cell.text })),
      wentWell: cells('wentWell').map((cell) => ({ text: cell.text })),
      wentBadly: cells('wentBadly').map((cell) => ({ text: cell.text })),
      lucky: cells('lucky').map((cell) => ({ text: cell.text })),
    },
    actions: {
      prose: text('actions'),
      items: hasAction
        ? [
            {
              text: action ?? '',
              owner: owner ?? '',
              doneWhen: doneWhen ?? '',
              due: dueDay,
              dueWords: dueDay === null ? (cells('due')[0]?.text ?? '') : '',
              status: DONE.test(status ?? '') ? ('done' as const) : ('open' as const),
            },
          ]
        : [],
    },
  };
  const all = countWords(row.join(' '));
  const left = countWords(unplaced);
  return {
    coe: importedCoe({
      kind: options.kind ?? 'other-mistake',
      title: (title?.text ?? '').replaceAll(/\s+/g, ' '),
      happened: isUnsaid(when) ? (times.began ?? when) : when,
      times,
      severity: severityIn(text('severity')),
      tags: [
        ...new Set(
          cells('tags')
            .flatMap((cell) => cell.text.split(/[,;]/))
            .map((tag) => tag.trim())
            .filter((tag) => tag !== ''),
        ),
      ],
      summary: text('summary'),
      sections,
      unplaced,
    }),
    source: {
      path,
      format: 'csv',
      id: cells('id')
        .map((cell) => cell.text)
        .join(' '),
      analysed: columns.some(
        (one) => one === 'cause' || one === 'lessons' || one === 'action' || one === 'actions' || one === 'whys',
      ),
      raw: Object.fromEntries(
        [...cells('id'), ...(date === undefined ? [] : created)]
          .filter(({ name }) => name !== '__proto__')
          .map(({ name, text: value }) => [name, value]),
      ),
    },
    createdAt: created[0] === undefined ? null : instantOf(created[0].text),
    words: { placed: Math.max(0, all - left), unplaced: Math.min(all, left) },
    timelineRows: 0,
    actions: hasAction ? 1 : 0,
    doubts: [...new Set(doubts)],
    headings: header.map((name, index): PlacedHeading => ({
      heading: name,
      target: headingTargetOf(columns[index] ?? 'unplaced'),
    })),
    attachments: [],
    zoneAsked: [when, ...Object.values(times)].some(({ precision }) => precision === 'minute'),
  };
}

/** The day of a time that names one; null for any other. */
const dayOf = (moment: Moment | undefined): string | null =>
  (moment?.precision === 'day' || moment?.precision === 'minute') &&
  calendarDateSchema.safeParse(moment.value.slice(0, 10)).success
    ? moment.value.slice(0, 10)
    : null;

/** Several columns of one section keep their names, and so does a figure, which is nothing without its unit. */
const joined = (cells: readonly { name: string; text: string }[]): string =>
  cells.length === 1 && /\p{L}/u.test(cells[0]?.text ?? '')
    ? escapeMarkdown(cells[0]?.text ?? '')
    : cells.map(({ name, text }) => `**${escapeMarkdown(name)}:** ${escapeMarkdown(text)}`).join('\n\n');

/** A time with a whole date; one that cannot be read keeps its words. */
function readTime(written: string, options: ImportOptions, doubts: string[]): Moment {
  if (written === '') return unknownMoment();
  // Without a year in the text, a date would be guessed.
  const parsed = /\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|[a-z]{3}[/ -]\d{2}\b/i.test(written)
    ? parseMoment(written, {
        referenceDate: '1970-01-01',
        zone: options.zone ?? options.zoneFallback,
        order: options.dateOrder,
      })
    : null;
  if (
    parsed === null ||
    !('moment' in parsed) ||
    parsed.moment.precision === 'unknown' ||
    parsed.moment.value.startsWith('1970')
  ) {
    doubts.push(`“${written.slice(0, 100)}” could not be read as a time.`);
    return unreadMoment(written);
  }
  doubts.push(...parsed.notes.map((note) => `“${written.slice(0, 100)}”: ${note}`));
  doubts.push(...zoneDoubts(parsed.isZoneTyped === false, options));
  return parsed.moment;
}
