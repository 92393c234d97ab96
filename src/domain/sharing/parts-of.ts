import { isPictureName } from '../attachments/picture-type.ts';
import type { Coe } from '../coe/coe.ts';
import { withoutEmptyRows } from '../coe/empty-rows.ts';
import { attachmentPart, patternPart, rowPart } from '../coe/label-of.ts';
import type { Why } from '../coe/sections/whys.ts';
import { SECTION_IDS, type SectionId } from '../coe/vocabulary.ts';
import { FIELD_NAMES, HEADER_NAMES } from '../guide/field-names.ts';
import { describeValue } from '../merge/describe-value.ts';
import { isMoment, isObject, isRows } from '../merge/json-value.ts';
import { plainText } from '../text/plain-text.ts';
import type { DateStyle } from '../time/date-style.ts';
import { isUnsaid } from '../time/moment.ts';
import { attachmentsIn } from './replace-attachments.ts';

/** A part of a COE that can have a label of its own. */
export type SharePart = {
  /** The key of the part in `audiences`. */
  readonly path: string;
  /** What it is called: a heading, a field, or the number of a row. */
  readonly name: string;
  /** Its first words as one line of plain text; empty for a list. */
  readonly words: string;
  /** The parts in it, in the order of the editor. */
  readonly parts: readonly SharePart[];
};

/**
 * A section with something in it, what is above the sections, or what belongs to the COE beside them. `path` is empty for
 * a group that has no label of its own.
 */
export type ShareGroup = SharePart & { readonly section: SectionId | 'header' | 'attachments' | 'patterns' };

/**
 * The parts of a COE that are not empty, as groups in the order of the editor. `dates` is how its times are written.
 * `patterns` are the words of the library's patterns by their ids.
 */
export function partsOf(
  written: Coe,
  headings: Readonly<Record<SectionId, string>>,
  dates: DateStyle,
  patterns: ReadonlyMap<string, string> = new Map(),
): ShareGroup[] {
  const coe = withoutEmptyRows(written);
  const fieldsIn = (object: object, names: Readonly<Record<string, string>>, prefix: string): SharePart[] => {
    const values = new Map<string, unknown>(Object.entries(object));
    return Object.entries(names).flatMap(([key, name]) => partOf(`${prefix}${key}`, name, values.get(key), dates));
  };
  const header = { section: 'header' as const, path: '', name: 'Header', words: '' };
  return [
    { ...header, parts: fieldsIn(coe, HEADER_NAMES, '') },
    ...SECTION_IDS.map((id): ShareGroup => {
      const path = `sections.${id}`;
      const parts = fieldsIn(coe.sections[id], FIELD_NAMES[id], `${path}.`);
      return { section: id, path, name: headings[id], words: '', parts };
    }),
    { section: 'attachments' as const, path: '', name: 'Pictures and files', words: '', parts: attachmentParts(coe) },
    {
      section: 'patterns' as const,
      path: '',
      name: 'Patterns',
      words: '',
      parts: [...new Set(coe.patternIds)].flatMap((id) => {
        const words = patterns.get(id);
        return words === undefined ? [] : [{ path: patternPart(id), name: 'Pattern', words, parts: [] }];
      }),
    },
  ].filter(({ parts }) => parts.length > 0);
}

const attachmentParts = ({ summary, sections }: Coe): SharePart[] =>
  [...attachmentsIn({ summary, sections })].map(([name, words]) => ({
    path: attachmentPart(name),
    name: isPictureName(name) ? 'Picture' : 'File',
    words,
    parts: [],
  }));

/** The part as a list of one; empty when there is nothing in it. */
function partOf(path: string, name: string, value: unknown, dates: DateStyle): SharePart[] {
  if (isRows(value)) {
    const rows = path.startsWith('sections.whys.') ? whysIn(path, value as Why[], '') : rowsIn(path, value, dates);
    return rows.length === 0 ? [] : [{ path, name, words: '', parts: rows }];
  }
  const words = wordsOf(value, dates, path.split('.').at(-1));
  return words === '' ? [] : [{ path, name, words, parts: [] }];
}

const rowsIn = (list: string, rows: readonly { id: string }[], dates: DateStyle): SharePart[] =>
  rows.map((row, index) => ({
    path: rowPart(list, row.id),
    name: `${index + 1}`,
    words: wordsOf(row, dates),
    parts: [],
  }));

/** The whys of a tree, each with the whys below it; numbered 1, 1.1, 1.2 and so on. */
const whysIn = (list: string, whys: readonly Why[], above: string): SharePart[] =>
  whys.map((why, index) => {
    const name = `${above}${index + 1}`;
    return { path: rowPart(list, why.id), name, words: onOneLine(why.text), parts: whysIn(list, why.whys, `${name}.`) };
  });

/** The keys of rows that hold the words of the writer, the most telling first. */
const ROW_WORDS = ['what', 'text', 'rule', 'who', 'word', 'condition', 'note', 'elsewhere', 'affected', 'amount'];

/**
 * A value as one line of plain text; empty for an empty value, the words of the first telling key for a row. `key` is
 * that of the value.
 */
function wordsOf(value: unknown, dates: DateStyle, key?: string): string {
  if (isMoment(value)) return isUnsaid(value) ? '' : describeValue(value, dates);
  if (isObject(value) && 'id' in value) {
    return ROW_WORDS.map((each) => wordsOf(value[each], dates, each)).find((words) => words !== '') ?? 'Without words';
  }
  return onOneLine(describeValue(value, dates, { key }));
}

const onOneLine = (text: string): string => plainText(text).replaceAll(/\s+/g, ' ').trim();
