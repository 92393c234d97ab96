import type { List, ListItem, Table } from 'mdast';

import type { ImportedCoeInput } from '../imported-report.ts';
import { withEnglishMonths } from '../other-languages.ts';
import { parseMoment } from '../../time/parse-moment.ts';
import type { DateOrder } from '../../time/date-style.ts';
import { dedented, type Part } from './outline.ts';
import { columnsOf } from './table-columns.ts';

/** A row of actions as far as a report gives it; the rest gets the values of a new row. */
export type ActionRow = NonNullable<NonNullable<NonNullable<ImportedCoeInput['sections']>['actions']>['items']>[number];

/** What a section of actions gives: rows, and the Markdown that belongs to none. `labels` are
 * the names of columns and the words that named an owner or a date. */
export type ActionsReading = {
  readonly rows: readonly ActionRow[];
  readonly prose: readonly string[];
  readonly labels: readonly string[];
};

const NOBODY =
  /^(?:\W*|tb[da]|t\.b\.d\.?|n\/?a|none|unassigned|unknown|nobody|no one|open|to be (?:decided|determined|assigned))$/i;
const DONE =
  /^\W*(?:erledigt|fertig|abgeschlossen|umgesetzt|fait|faite|terminé|terminée|clos|hech[oa]|completad[oa]|cerrad[oa]|resuelt[oa]|feit[oa]|concluíd[oa]|fechad[oa]|fatt[oa]|completat[oa]|chius[oa]|gedaan|afgerond|voltooid|klaar|done|closed|completed?|fixed|resolved|finished|shipped|merged|deployed|implemented|yes|y|x|✓|✔|✅|☑)\W*$/iu;
const DECLINED =
  /^\W*(?:declined|won[’']?t (?:do|fix)|wontfix|cancell?ed|rejected|abandoned|dropped|not planned|obsolete)\W*$/iu;
const OPEN =
  /^(?:\W*|offen|ouvert|à faire|pendiente|abiert[oa]|por hacer|pendente|abert[oa]|a fazer|apert[oa]|da fare|te doen|open|to ?do|not started|new|pending|no|n)$/iu;
const TICK = /^\s*(?:✅|✔️?|☑️?|\[x\])\s*|\s*(?:✅|✔️?|☑️?)\s*$/iu;
const STRUCK = /^~~([\s\S]+)~~((?:\W*(?:done|fixed|completed?|closed))?\W*)$/i;
const DONE_WORD =
  /\s*[([](?:done|completed|fixed|closed)[)\]]\s*$|^\s*[([](?:done|completed|fixed|closed)[)\]]\s*|^(?:done|completed)\s*[:–—-]\s+/i;
const OWNER_LABEL =
  /\s*[([]?\b(?:owner|assignee|assigned to|responsible|dri|verantwortlich|zuständig|responsable|encargad[oa]|dueñ[oa]|responsável|responsabile|verantwoordelijke|eigenaar)\s*:\s*([^()[\],;|\n]{1,60}?)(?:[)\]]|[,;|]|\.?$|\.?(?=\s+(?:due|by|deadline|fällig|bis|échéance)(?!\p{L}))|(?=\s+[–—-]{1,2}\s))/iu;
/** A name of several words after an @ is joined by spaces that do not break. */
const OWNER_BEFORE = /^@([\p{L}\p{N}][\p{L}\p{N}\u00A0_.-]{0,38})(?=[\s:,–—-])[\s:,–—-]*/u;
const OWNER_AFTER = /(?:\s+[–—-]{1,2}\s*|\s*[([]\s*|\s*\|\s*)@([\p{L}\p{N}][\p{L}\p{N}_.-]{0,38})\s*[)\]]?\s*$/u;
/** A name directly before a date is who does it by then. */
const OWNER_BEFORE_DUE = /\s@([\p{L}\p{N}][\p{L}\p{N}_.-]{0,38})(?=[\s,(]+(?:due|by|deadline)\b)/u;
const DUE_LABEL =
  /\s*[([]?(?<![\p{L}\p{N}])(?:due(?: date| by| on)?|deadline|eta|fällig(?: bis| am)?|frist|bis(?: zum)?|échéance|pour le|fecha límite|plazo|vence|prazo|scadenza|entro il)\s*:?\s*(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}(?:\.|er|º|°)? (?:de )?\p{L}{3,10},?(?: del?)? \d{4}|[A-Z][a-z]{2,8} \d{1,2},? \d{4}|\d{1,2}\/\d{1,2}\/\d{4})[)\]]?[,;]?/iu;

/** Reads lists and tables of actions. An owner, a date or a status is read only where the text says that it is one. */
export function readActions(parts: readonly Part[], dateOrder: DateOrder): ActionsReading {
  const rows: ActionRow[] = [];
  const prose: string[] = [];
  const labels: string[] = [];
  for (const part of parts) {
    if (part.is === 'block' && part.node.type === 'list')
      rows.push(...actionsOfList(part.node, part.source, dateOrder, labels));
    else if (part.is === 'block' && part.node.type === 'table' && isActionTable(part.node, part.source)) {
      rows.push(...actionsOfTable(part.node, part.source, dateOrder, labels));
      labels.push(...columnsOf(part.node, part.source).names);
    } else prose.push(part.source);
  }
  return { rows, prose, labels };
}

/** Whether a table has a column of actions beside one for an owner, a date or a status. */
export function isActionTable(table: Table, source: string): boolean {
  const columns = columnsOf(table, source);
  const hasAction = columns.find('action') ?? columns.find('what');
  const times = columns.find('time') ?? columns.find('date');
  const timed = columns.rows.filter(({ cells }) => times !== null && /\d[:.h]\d{2}/i.test(cells[times] ?? ''));
  // In a table of what happened when, a name is who did it.
  if (timed.length > columns.rows.length / 2) return false;
  return hasAction !== null && (['owner', 'due', 'status'] as const).some((id) => columns.find(id) !== null);
}

function actionsOfList(list: List, source: string, dateOrder: DateOrder, labels: string[]): ActionRow[] {
  const start = list.position?.start.offset ?? 0;
  const text = (from: number | undefined, to: number | undefined): string =>
    source.slice((from ?? 0) - start, (to ?? 0) - start);
  return list.children.map((item: ListItem): ActionRow => {
    const [head, ...rest] = item.children;
    const from = head?.position?.start.offset ?? item.position?.start.offset;
    const column = (head?.position?.start.column ?? item.position?.start.column ?? 1) - 1;
    const own = dedented(text(from, head?.position?.end.offset ?? item.position?.end.offset), column);
    const below =
      rest.length === 0 ? '' : dedented(text(rest[0]?.position?.start.offset, item.position?.end.offset), column);
    labels.push(...(ACTION_KEY.exec(own)?.slice(0, 1) ?? []));
    const row = actionFrom(own.replace(ACTION_KEY, ''), below, item.checked === true, dateOrder, labels);
    return withKeys(row, dateOrder, labels);
  });
}

const ACTION_KEY = /^(?:\*\*|__)?action(?: item)?\s*:\s*(?:\*\*|__)?\s*/i;
const KEY_BELOW =
  /^[-*+]\s+(?:\*\*|__)?(owner|assignee|responsible|due(?: date)?|deadline|status)\s*(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*(.+?)\s*$/i;

/**
 * Takes the owner, the date and the status that an action has in a list below it, each on a line of its own. A second
 * one stays in the text.
 */
function withKeys(row: ActionRow, dateOrder: DateOrder, labels: string[]): ActionRow {
  const taken: Partial<ActionRow> = {};
  let hasStatus = false;
  const left = (row.doneWhen ?? '').split('\n').filter((line) => {
    const [, key = '', value = ''] = KEY_BELOW.exec(line) ?? [];
    const due = /^d/i.test(key) ? dateIn(value, dateOrder) : null;
    const isFirstStatus = /^status/i.test(key) && !hasStatus;
    hasStatus ||= isFirstStatus;
    const isDueOpen = (taken.due ?? row.due ?? null) === null && (taken.dueWords ?? row.dueWords ?? '') === '';
    if (due !== null && isDueOpen) taken.due = due;
    else if (/^d/i.test(key) && isDueOpen) taken.dueWords = value;
    else if (isFirstStatus && DONE.test(value)) taken.status = 'done';
    else if (/^[oar]/i.test(key) && !NOBODY.test(value) && (taken.owner ?? row.owner) === '')
      taken.owner = value.replace(/^@/, '');
    else return true;
    labels.push(line);
    return false;
  });
  return { ...row, ...taken, doneWhen: left.join('\n') };
}

function actionFrom(
  written: string,
  below: string,
  isChecked: boolean,
  dateOrder: DateOrder,
  labels: string[],
): ActionRow {
  const box = /^\[([ xX])\]\s+/.exec(written.trim());
  let text = written.trim().slice(box?.[0].length ?? 0);
  let isDone = isChecked || box?.[1]?.toLowerCase() === 'x';
  const take = (pattern: RegExp): string | undefined => {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    text = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
    labels.push(match[0].replace(match[1] ?? '', ''), ...(pattern === DUE_LABEL ? [match[1] ?? ''] : []));
    return match[1] ?? '';
  };
  if (take(TICK) !== undefined) isDone = true;
  const struck = STRUCK.exec(text);
  if (struck?.[1] !== undefined && !struck[1].includes('~~')) {
    text = `${struck[1]}${struck[2] ?? ''}`;
    isDone = true;
  }
  if (DONE_WORD.test(text)) isDone = true;
  const labelled = OWNER_LABEL.exec(text)?.[1]?.trim() ?? '';
  const isNamed = labelled !== '' && !NOBODY.test(labelled);
  let owner = isNamed ? (take(OWNER_LABEL) ?? '').trim() : '';
  const beforeDue = isNamed ? '' : (take(OWNER_BEFORE_DUE) ?? '');
  const due = DUE_LABEL.exec(text)?.[1];
  const date = due === undefined ? null : dateIn(due, dateOrder);
  if (date !== null) take(DUE_LABEL);
  if (beforeDue !== '') owner = beforeDue;
  else if (labelled === '') owner = take(OWNER_BEFORE) ?? take(OWNER_AFTER) ?? '';
  return {
    text: text.replaceAll(/(?:\s+[–—-]{1,2}){2,}(?=\s)/g, ' –').replace(/(?:\s+[–—-]+)+$/, ''),
    owner: owner.replace(/^@/, '').replaceAll('\u00A0', ' '),
    due: date,
    doneWhen: below,
    status: isDone ? 'done' : 'open',
  };
}

function actionsOfTable(table: Table, source: string, dateOrder: DateOrder, labels: string[]): ActionRow[] {
  const columns = columnsOf(table, source);
  const action = columns.find('action') ?? columns.find('what');
  const at = {
    owner: columns.find('owner'),
    due: columns.find('due'),
    status: columns.find('status'),
    doneWhen: columns.find('doneWhen'),
  };
  return columns.rows.flatMap(({ cells }): ActionRow[] => {
    const cell = (index: number | null): string => (index === null ? '' : (cells[index] ?? ''));
    if (cells.every((text) => text === '')) return [];
    const kept: string[] = [];
    const keep = (index: number | null): void => {
      const header = columns.header[index ?? -1] ?? '';
      if (isNumbering(header, cell(index))) labels.push(cell(index));
      else if (/[\p{L}\p{N}]/u.test(cell(index))) kept.push(header === '' ? cell(index) : `${header}: ${cell(index)}`);
    };
    const owner = cell(at.owner);
    const isOwner = !NOBODY.test(owner);
    if (!isOwner) keep(at.owner);
    const due = dateIn(cell(at.due), dateOrder);
    if (due !== null) labels.push(cell(at.due));
    const written = cell(at.status);
    const status = DONE.test(written) ? 'done' : DECLINED.test(written) ? 'declined' : 'open';
    if (status === 'open' && !OPEN.test(written)) keep(at.status);
    else labels.push(written);
    for (const index of cells.keys()) {
      if (index !== action && !Object.values(at).includes(index)) keep(index);
    }
    return [
      {
        text: cell(action),
        owner: isOwner ? owner.replace(/^@/, '') : '',
        due,
        dueWords: due === null && /[\p{L}\p{N}]/u.test(cell(at.due)) ? cell(at.due) : '',
        status,
        declinedReason: status === 'declined' ? written : '',
        doneWhen: [cell(at.doneWhen), ...kept].filter((text) => text !== '').join('\n'),
      },
    ];
  });
}

/** Whether a cell only numbers its row. */
const isNumbering = (header: string, cell: string): boolean =>
  /^\W*(?:#|no\.?|nr\.?|number)?\W*$/i.test(header) && /^\W*\d+\W*$/.test(cell);

/** A whole date, `YYYY-MM-DD`, in which the year is written; null for anything else. */
function dateIn(text: string, order: DateOrder): string | null {
  if (!/\d{4}|\d[/.]\d{1,2}[/.]\d{2}/.test(text)) return null;
  const parsed = parseMoment(withEnglishMonths(text), { referenceDate: '2000-01-01', zone: 'UTC', order });
  return 'moment' in parsed && parsed.moment.precision === 'day' && !parsed.moment.approximate
    ? parsed.moment.value
    : null;
}
