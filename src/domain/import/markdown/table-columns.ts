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
  [
    'due',
    /\b(?:due|deadline|eta|target date|by when|target|frist|termin|bis wann|fällig|plazo|vencimiento|prazo|data limite|scadenza|streefdatum)\b|échéance|délai|fecha límite|fecha de entrega/,
  ],
  [
    'owner',
    /\b(?:owner|owners|who|assignee|assigned|assigned to|responsible|dri|champion|lead|verantwortlich(?:e|er)?|zuständig|wer|responsable|porteur|qui|encargado|asignado|responsáve(?:l|is)|responsabile|proprietario|assegnatario|eigenaar|verantwoordelijke)\b|dueño|^by(?: whom)?$/,
  ],
  ['status', /^(?:status|state|done|complete|completed|progress|stand|état|statut|avancement|estado|stato|situação)\b/],
  ['doneWhen', /\b(?:done when|definition of done|acceptance)\b/],
  ['priority', /^(?:priority|prio|prioridad|prioridade|priorità|prioriteit)(?![\p{L}])/u],
  ['evidence', /^(?:evidence|evidencia|evidência|links?|sources?|references?|ref|proof)$/],
  ['date', /^(?:date|day|fecha|día)$/],
  [
    'time',
    /\b(?:time|when|timestamp|utc|gmt|date|at|zeit|uhrzeit|wann|zeitpunkt|datum|heure|quand|horaire|hora|horario|horário|ora|orario|tijd|tijdstip)\b|fecha y hora|data e ora/,
  ],
  [
    'action',
    /\b(?:action|actions|task|tasks|item|items|action item|todo|to do|follow up|recommendation|improvement|what|maßnahmen?|aufgaben?|mesures?|tâches?|acción|acciones|tareas?|ação|ações|tarefas?|azion[ei]|actie|acties|taak)(?![\p{L}])/u,
  ],
  [
    'what',
    /\b(?:event|events|description|details?|note|notes|comment|comments|happened|activity|ereignis|beschreibung|was|eventos?|suceso|hechos?|descripción|descrição|eventi|descrizione|gebeurtenis|omschrijving)(?![\p{L}])|événement/u,
  ],
];

/** Names of columns that tell that a table is in Dutch, where "wie" is who: in German it is how. */
const DUTCH_NAME =
  /^(?:wat|wanneer|acties?|actiepunt(?:en)?|taak|taken|maatregel(?:en)?|tijd|tijdstip|streefdatum|gebeurtenis|omschrijving)$/;

/** A table of a report, whose columns are found by what their headers say. */
export type TableColumns = {
  /** The texts of the header, as written: one a column. */
  readonly header: readonly string[];
  /** The same, and those of a second row of the header. */
  readonly names: readonly string[];
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
  // A table of a Word document or a web page often has no header of its own, and its first row is one.
  const isHeadless = lines[0]?.cells.every((cell) => cell === '') === true && namesColumns(lines[1]?.cells ?? []);
  const [head, second, ...others] = isHeadless ? lines.slice(1) : lines;
  const header = head?.cells ?? [];
  const ids = columnsIn(header);
  // Where cells of the header were merged, their parts have a row of their own.
  const isSplit = second !== undefined && second.cells[0] === '' && namesColumns(second.cells);
  const rows = second === undefined ? [] : isSplit ? others : [second, ...others];
  const names = isSplit ? [...header, ...second.cells.filter((cell) => cell !== '')] : header;
  return {
    header,
    names,
    rows,
    find: (id) => {
      const index = ids.indexOf(id);
      return index < 0 ? null : index;
    },
  };
}

/** What each column of a header holds. */
function columnsIn(header: readonly string[]): (ColumnId | null)[] {
  const ids = header.map(columnOf);
  const names = header.map(foldedName);
  if (ids.includes('owner') || !names.some((name) => DUTCH_NAME.test(name))) return ids;
  return ids.map((id, index) => (id === null && names[index] === 'wie' ? 'owner' : id));
}

const foldedName = (cell: string): string => foldHeading(cell.replaceAll(/[*_`]/g, '')) || cell.toLowerCase();

/** What a column holds whose header says this; null for other words. */
function columnOf(cell: string): ColumnId | null {
  const folded = foldedName(cell);
  return NAMES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

const LONGEST_NAME = 30;

/** Whether a row holds the names of columns: short texts without figures, and two of them or more are known. */
function namesColumns(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const known = new Set(filled.map(columnOf).filter((id) => id !== null));
  return known.size >= 2 && filled.every((cell) => cell.length <= LONGEST_NAME && !/\d/.test(cell));
}
