import type { Table } from 'mdast';

import { foldHeading } from '../imported-report.ts';

/** What a column holds, by the words in its header. */
export type ColumnId =
  | 'date'
  | 'time'
  | 'what'
  | 'evidence'
  | 'action'
  | 'owner'
  | 'due'
  | 'status'
  | 'doneWhen'
  | 'priority';

const NAMES: readonly (readonly [ColumnId, RegExp])[] = [
  ['due', /\b(?:due|deadline|eta|target date|by when|target)\b/],
  ['owner', /\b(?:owner|owners|who|assignee|assigned|assigned to|responsible|dri|champion|lead)\b/],
  ['status', /^(?:status|state|done|complete|completed|progress)\b/],
  ['doneWhen', /\b(?:done when|definition of done|acceptance)\b/],
  ['priority', /^(?:priority|prio)\b/],
  ['evidence', /^(?:evidence|links?|sources?|references?|ref|proof)$/],
  ['date', /^(?:date|day)$/],
  ['time', /\b(?:time|when|timestamp|utc|gmt|date|at)\b/],
  [
    'action',
    /\b(?:action|actions|task|tasks|item|items|action item|todo|to do|follow up|recommendation|improvement|what)\b/,
  ],
  ['what', /\b(?:event|events|description|details?|note|notes|comment|comments|happened|activity)\b/],
];

/** A table of a report, whose columns are found by what their headers say. */
export type TableColumns = {
  /** The texts of the header, as written. */
  readonly header: readonly string[];
  /** The cells of each row, and how many lines the row is below the start of the table. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly offset: number }[];
  /** The index of the first column of a kind; null when there is none. */
  readonly find: (id: ColumnId) => number | null;
};

/** Reads a table: its cells as Markdown and what its columns hold. `source` is the Markdown of the table. */
export function columnsOf(table: Table, source: string): TableColumns {
  const start = table.position?.start.offset ?? 0;
  const firstLine = table.position?.start.line ?? 1;
  const lines = table.children.map((row) => ({
    offset: (row.position?.start.line ?? firstLine) - firstLine,
    cells: row.children.map((cell) => {
      const from = cell.children[0]?.position?.start.offset;
      const to = cell.children.at(-1)?.position?.end.offset;
      if (from === undefined || to === undefined) return '';
      return source
        .slice(from - start, to - start)
        .replaceAll('\\|', '|')
        .trim();
    }),
  }));
  const [head, ...rows] = lines;
  const header = head?.cells ?? [];
  const ids = header.map((cell) => {
    const folded = foldHeading(cell.replaceAll(/[*_`]/g, '')) || cell.toLowerCase();
    return NAMES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
  });
  return {
    header,
    rows,
    find: (id) => {
      const index = ids.indexOf(id);
      return index < 0 ? null : index;
    },
  };
}
