import { parseLine } from '../time/parse-line.ts';

/** Which rows of a COE a table becomes. */
export type TableTarget = 'timeline' | 'costs' | 'actions';

/** What a column is. `out` leaves it out. The ids are those of the fields they go to. */
export type ColumnId =
  | 'when'
  | 'who'
  | 'what'
  | 'evidence'
  | 'area'
  | 'amount'
  | 'unit'
  | 'text'
  | 'owner'
  | 'due'
  | 'status'
  | 'priority'
  | 'doneWhen'
  | 'out';

type Column = { readonly id: ColumnId; readonly label: string; readonly words: RegExp | null };

/**
 * The columns of each target and the words of a header that name them; the first that matches counts. The column of
 * `MAIN_COLUMN` also takes what nothing else names.
 */
export const TABLE_COLUMNS: Readonly<Record<TableTarget, readonly Column[]>> = {
  timeline: [
    { id: 'when', label: 'When', words: /\b(?:when|time|times|timestamp|date|day|hour|clock)\b/i },
    { id: 'evidence', label: 'What shows it', words: /\b(?:evidence|source|proof|link|url|reference|screenshot)s?\b/i },
    { id: 'who', label: 'Who', words: /\b(?:who|author|user|person|speaker|name|owner|actor|by|from)\b/i },
    {
      id: 'what',
      label: 'What happened',
      words: /\b(?:what|event|note|description|detail|message|happened|update|comment|text|action|entry)s?\b/i,
    },
    { id: 'out', label: 'Leave out', words: null },
  ],
  costs: [
    { id: 'area', label: 'Area', words: /\b(?:area|category|kind|type)\b/i },
    { id: 'unit', label: 'Unit', words: /\b(?:unit|currency)s?\b/i },
    {
      id: 'amount',
      label: 'How much',
      words: /\b(?:amount|number|how much|how many|quantity|value|count|figure|total|sum|cost|price)s?\b/i,
    },
    { id: 'what', label: 'What', words: /\b(?:what|impact|description|item|effect|note|detail)s?\b/i },
    { id: 'out', label: 'Leave out', words: null },
  ],
  actions: [
    { id: 'doneWhen', label: 'Done when', words: /\b(?:done when|definition of done|acceptance|success|measure)\b/i },
    { id: 'status', label: 'Status', words: /\b(?:status|state|done|complete|completed|progress)\b/i },
    { id: 'due', label: 'Due', words: /\b(?:due|deadline|by when|when|date|eta|target)\b/i },
    { id: 'owner', label: 'Owner', words: /\b(?:owner|who|assignee|assigned|responsible|dri|lead)\b/i },
    { id: 'priority', label: 'Priority', words: /\b(?:priority|prio|urgency)\b/i },
    {
      id: 'text',
      label: 'What will change',
      words: /\b(?:action|task|item|what|to-?do|follow-?up|description|title|summary)s?\b/i,
    },
    { id: 'out', label: 'Leave out', words: null },
  ],
};

/** The column that a row cannot do without, and that takes the words of columns without a field of their own. */
export const MAIN_COLUMN: Readonly<Record<TableTarget, ColumnId>> = {
  timeline: 'what',
  costs: 'what',
  actions: 'text',
};

/** A longer text is no header. */
const LONGEST_HEADER = 40;

/** Whether the first row of a table names its columns. */
export const hasHeader = (target: TableTarget, [first = []]: readonly (readonly string[])[]): boolean =>
  first.every((cell) => cell.length <= LONGEST_HEADER && !isTime(cell)) &&
  first.some((cell) => named(target, cell) !== null);

/**
 * What each column of a table probably is, by its header or else by its cells. Each field is taken once, but for a date
 * and a time of day in two columns; the other columns go to the main one.
 */
export function guessColumns(target: TableTarget, table: readonly (readonly string[])[]): ColumnId[] {
  const main = MAIN_COLUMN[target];
  const [first = []] = table;
  const isNamed = hasHeader(target, table);
  const body = isNamed ? table.slice(1) : table;
  const taken = new Set<ColumnId>();
  const columns = first.map((header, column) => {
    const cells = body.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    const isTimes = cells.length > 0 && cells.filter(isTime).length * 2 > cells.length;
    const guess = isNamed ? named(target, header) : isTimes ? TIME_COLUMN[target] : null;
    if (guess === null || (taken.has(guess) && guess !== 'when')) return main;
    taken.add(guess);
    return guess;
  });
  return columns;
}

const TIME_COLUMN: Readonly<Record<TableTarget, ColumnId | null>> = { timeline: 'when', costs: null, actions: 'due' };

const named = (target: TableTarget, header: string): ColumnId | null =>
  TABLE_COLUMNS[target].find(({ words }) => words?.test(header) === true)?.id ?? null;

/** Whether a cell is a time or a day and nothing else. Which one it is does not matter here. */
const isTime = (cell: string): boolean =>
  cell.length <= LONGEST_HEADER && parseLine(cell, { referenceDate: '2026-01-01', zone: 'UTC' })?.rest === '';
