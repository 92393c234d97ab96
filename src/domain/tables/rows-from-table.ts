import type { Action } from '../coe/sections/actions.ts';
import type { Cost } from '../coe/sections/impact.ts';
import { IMPACT_AREA_IDS, PRIORITY_IDS } from '../coe/vocabulary.ts';
import { createDayCarrier, isNewestFirst } from '../timeline/carry-day.ts';
import { type RowsFromTextOptions, type TextRow, zoneFor } from '../timeline/rows-from-text.ts';
import { unknownMoment, unreadMoment } from '../time/moment.ts';
import { parseLine } from '../time/parse-line.ts';
import { type ParseOptions, parseMoment } from '../time/parse-moment.ts';
import { type ColumnId, MAIN_COLUMN, type TableTarget } from './table-columns.ts';

/** A table, what each of its columns is, and whether its first row names them. */
export type PastedTable = {
  readonly cells: readonly (readonly string[])[];
  readonly columns: readonly ColumnId[];
  readonly hasHeader: boolean;
};

/** The words of one row of a table, by the field they go to. `source` is all its cells. */
type Fields = { readonly values: Readonly<Partial<Record<ColumnId, string>>>; readonly source: string };

/** Reads a table as rows of the timeline. A time that cannot be read stays as the words it was. */
export function entriesFromTable(table: PastedTable, options: RowsFromTextOptions): (TextRow & { evidence: string })[] {
  const { cells, columns, hasHeader } = table;
  const headings = hasHeader ? (cells[0] ?? []).filter((_, column) => columns[column] === 'when') : [];
  const forTimes = { ...options, zone: zoneFor(headings, options), anchor: options.referenceDate };
  const rows = fieldsOf(table, 'timeline');
  const first = rows.map(({ values }) => readTime(values.when ?? '', forTimes));
  const clockTimes = first.flatMap((time) => (time?.isDayTyped === false ? [time.moment.value.slice(11)] : []));
  const days = createDayCarrier(options.referenceDate, forTimes.zone, isNewestFirst(clockTimes));
  return rows.map(({ values, source }, number) => {
    const typed = values.when ?? '';
    const placed = days.next((referenceDate) => readTime(typed, { ...forTimes, referenceDate }));
    const set = options.corrected?.get(number);
    if (set !== undefined) days.continueFrom(set);
    const what = [placed?.read.rest ?? '', values.what ?? ''].filter((words) => words !== '').join(': ');
    return {
      when: set ?? placed?.read.moment ?? unreadMoment(typed),
      who: values.who ?? '',
      what,
      evidence: values.evidence ?? '',
      source,
      day: set === undefined ? (placed?.day ?? 'none') : 'typed',
      isZoneTyped: placed?.read.isZoneTyped ?? false,
      notes: set === undefined ? (placed?.read.notes ?? []) : [],
    };
  });
}

/** A time, with all of its words as `rest` if it says more than the time: "10:04 to 10:10". Null when unreadable. */
function readTime(typed: string, options: ParseOptions): ReturnType<typeof parseLine> {
  if (typed === '') return { moment: unknownMoment(), rest: '', notes: [], isDayTyped: true, isZoneTyped: false };
  const whole = parseMoment(typed, options);
  if ('moment' in whole) {
    const { moment, notes, isDayTyped = true, isZoneTyped = false } = whole;
    return { moment, notes, isDayTyped, isZoneTyped, rest: '' };
  }
  const begun = parseLine(typed, options);
  return begun === null ? null : { ...begun, rest: begun.rest === '' ? '' : typed };
}

/** Reads a table as costs. The amount stays as it was written. */
export const costsFromTable = (table: PastedTable): Pick<Cost, 'area' | 'what' | 'amount' | 'unit' | 'estimate'>[] =>
  fieldsOf(table, 'costs').map(({ values }) => {
    const area = IMPACT_AREA_IDS.find((id) => id === values.area?.toLowerCase()) ?? null;
    return {
      area,
      what: joined(values.what, area === null ? labelled('Area', values.area) : ''),
      amount: values.amount ?? '',
      unit: values.unit ?? '',
      estimate: /^\s*(?:~|≈|about\b|around\b|est)/i.test(values.amount ?? ''),
    };
  });

const DONE = /^(?:done|closed|completed?|finished|fixed|resolved|shipped|yes|y|x|true|\[x\]|[✓✔✅☑]\uFE0F?)$/i;
const DECLINED = /^(?:declined|rejected|won[’']?t (?:do|fix)|wontfix|cancell?ed|dropped|not doing)$/i;
const OPEN = /^(?:open|to ?-?do|new|planned|not (?:started|done)|pending|backlog|no|n|false|\[ ?\]|☐|-|–)$/i;

/**
 * Reads a table as actions. A status that cannot be read stays in the text, and a date as what was typed for it.
 * `options` are for the dates.
 */
export const actionsFromTable = (
  table: PastedTable,
  options: Pick<ParseOptions, 'referenceDate' | 'order'>,
): Pick<Action, 'text' | 'owner' | 'due' | 'dueWords' | 'status' | 'priority' | 'doneWhen'>[] =>
  fieldsOf(table, 'actions').map(({ values }) => {
    const { due = '', status = '' } = values;
    const parsed = due === '' ? null : parseMoment(due, { ...options, zone: 'UTC', weekdays: 'ahead' });
    const isDay = parsed !== null && 'moment' in parsed && parsed.moment.precision === 'day';
    const priority = PRIORITY_IDS.find((id) => id === values.priority?.toLowerCase()) ?? null;
    const isStatusRead = status === '' || [DONE, DECLINED, OPEN].some((words) => words.test(status));
    return {
      text: joined(
        values.text,
        isStatusRead ? '' : labelled('Status', status),
        priority === null ? labelled('Priority', values.priority) : '',
      ),
      owner: values.owner ?? '',
      due: isDay ? parsed.moment.value : null,
      dueWords: isDay ? '' : due.replaceAll('\n', ' '),
      status: DONE.test(status) ? 'done' : DECLINED.test(status) ? 'declined' : 'open',
      priority,
      doneWhen: values.doneWhen ?? '',
    };
  });

/**
 * The fields of each row but the header. A date and a time of day in two columns are one time. In the main field, the
 * words of a further column stand on a line of their own, with its header in front.
 */
function fieldsOf({ cells, columns, hasHeader }: PastedTable, target: TableTarget): Fields[] {
  const main = MAIN_COLUMN[target];
  const header = hasHeader ? (cells[0] ?? []) : [];
  const mainColumn = columns.indexOf(main);
  return cells.slice(hasHeader ? 1 : 0).map((row) => {
    const values: Partial<Record<ColumnId, string>> = {};
    for (const [column, cell] of row.entries()) {
      const id = columns[column] ?? main;
      if (id === 'out' || cell === '') continue;
      const words = id === main && column !== mainColumn ? labelled(header[column] ?? '', cell) : cell;
      const before = values[id];
      values[id] = before === undefined ? words : `${before}${id === 'when' ? ' ' : '\n'}${words}`;
    }
    return { values, source: row.filter((cell) => cell !== '').join(' · ') };
  });
}

const labelled = (label: string, words = ''): string => (label === '' || words === '' ? words : `${label}: ${words}`);

const joined = (...parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n');
