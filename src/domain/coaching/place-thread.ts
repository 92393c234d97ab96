import type { Coe } from '../coe/coe.ts';
import type { SectionId } from '../coe/vocabulary.ts';
import { shorten } from '../text/format.ts';
import type { EventPlace } from './event.ts';
import { mapSpan, type Passage, placePassage, type Span } from './passages.ts';
import type { Thread } from './threads.ts';

/** What the writer's app knows about the copies of a share. */
export type SentCopies = {
  /** The ids of rows in the COE by their ids in the copies. */
  readonly rowIds: Readonly<Record<string, string>>;
  /** The text of a field as the copy `seq` has it; null when that is not known. */
  readonly textOf: (seq: number, place: EventPlace) => string | null;
  /** The first words of a row as it was sent, for one that is gone; empty when they are not known. */
  readonly wordsOfRow: (row: string) => string;
  /** Replaces names in a text as the copies do. */
  readonly replaceNames: (text: string) => string;
};

/** Where a thread is in the COE of now. */
export type ThreadPlace = {
  readonly section: SectionId | 'header';
  /** The id of the row; null for the section as a whole, and for a row that is gone. */
  readonly rowId: string | null;
  /** The first words of a row that is gone; null when it is there, and when the thread is about no row. */
  readonly goneRow: string | null;
  readonly field: string | null;
  /** Where the quoted passage is in the text of the field; null when nothing was quoted. */
  readonly passage: Passage | null;
  /** The words of that passage or of its offer, as they are now; empty without one. */
  readonly words: string;
};

const NOT_PLACED: Passage = { is: 'not-placed', offer: null };

/**
 * Finds the row and the passage of a thread in the COE as it is now. The passage is looked for in the text with names
 * replaced, as the coach read it, and its place given in the text as written.
 */
export function placeThread(coe: Coe, { root }: Thread, copies: SentCopies): ThreadPlace {
  const { section, row: sentRow, field } = root.place;
  const holder: unknown = section === 'header' ? coe : coe.sections[section];
  const row = sentRow === null ? null : findRow(holder, copies.rowIds[sentRow]);
  const base = {
    section,
    rowId: row?.id ?? null,
    goneRow: sentRow !== null && row === null ? copies.wordsOfRow(sentRow) : null,
    field,
  };
  if (root.quote === null) return { ...base, passage: null, words: '' };
  const text = sentRow !== null && row === null ? null : textIn(row ?? holder, field);
  if (text === null) return { ...base, passage: NOT_PLACED, words: '' };
  const asSent = copies.replaceNames(text);
  const toText = ({ start, end }: Span): Span | null =>
    asSent === text ? { start, end } : mapSpan(asSent, text, { start, end });
  const found = placePassage(root.quote, copies.textOf(root.quote.seq, root.place), asSent);
  const span = found.is === 'not-placed' ? found.offer : found;
  const own = span === null ? null : toText(span);
  const words = own === null ? '' : text.slice(own.start, own.end);
  if (found.is === 'not-placed') return { ...base, passage: { ...found, offer: own }, words };
  return { ...base, passage: own === null ? NOT_PLACED : { is: found.is, ...own }, words };
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The row with an id in the lists of a part of a COE, and in their rows; null if there is none. */
function findRow(holder: unknown, id: string | undefined): Row | null {
  if (id === undefined || !isObject(holder)) return null;
  for (const value of Object.values(holder)) {
    if (!Array.isArray(value)) continue;
    for (const item of value) {
      if (!isObject(item)) continue;
      if (item['id'] === id) return { ...item, id };
      const inside = findRow(item, id);
      if (inside !== null) return inside;
    }
  }
  return null;
}

/** The text of a field; null for one that is not there or is no text. */
function textIn(holder: unknown, field: string | null): string | null {
  const value = isObject(holder) && field !== null && Object.hasOwn(holder, field) ? holder[field] : null;
  return typeof value === 'string' ? value : null;
}

const wordedField = (row: Readonly<Record<string, unknown>>): [string, unknown] | undefined =>
  Object.entries(row).find(([key, value]) => key !== 'id' && typeof value === 'string' && value.trim().includes(' '));

/** The first words that a row says, for naming it; empty for a row without words. */
export function firstWords(row: Readonly<Record<string, unknown>>): string {
  const said = wordedField(row);
  return typeof said?.[1] === 'string' ? shorten(said[1]) : '';
}

/** The texts and rows of one copy, for `SentCopies`. `coe` is that of the body. */
export function sentText(coe: unknown, { section, row, field }: EventPlace): string | null {
  const holder = sentHolder(coe, section);
  return textIn(row === null ? holder : findRow(holder, row), field);
}

/**
 * The field whose words can be quoted at a place: its own, else the one that says most about a row, a section or the
 * header. Null when nothing is written there.
 */
export function quotableField(coe: unknown, place: EventPlace): string | null {
  if (place.field !== null) return place.field;
  if (place.row !== null) return wordedField(sentRow(coe, place.row) ?? {})?.[0] ?? null;
  const fields = place.section === 'header' ? ['summary', 'title'] : ['prose'];
  return fields.find((field) => (sentText(coe, { ...place, field }) ?? '').trim() !== '') ?? null;
}

/** The row of a copy with an id, wherever it is; null if there is none. */
export function sentRow(coe: unknown, row: string): Readonly<Record<string, unknown>> | null {
  const sections = isObject(coe) && isObject(coe['sections']) ? Object.values(coe['sections']) : [];
  for (const holder of [...sections, coe]) {
    const found = findRow(holder, row);
    if (found !== null) return found;
  }
  return null;
}

function sentHolder(coe: unknown, section: SectionId | 'header'): unknown {
  if (section === 'header') return coe;
  const sections = isObject(coe) ? coe['sections'] : null;
  return isObject(sections) && Object.hasOwn(sections, section) ? sections[section] : null;
}
