import { COE_FORMAT, type Coe, coeSchema, CURRENT_SCHEMA_VERSION } from '../../coe/coe.ts';
import { SECTION_IDS } from '../../coe/vocabulary.ts';
import { mainZone } from '../document/document-times.ts';
import type { FileContext } from './codecs.ts';
import { contextOf, frontMatterOf, printFrontMatter, readFrontMatter, REMAINDER_KEY } from './front-matter.ts';
import { readBody } from './read-body.ts';
import { type IndexInFile, remainderOf } from './remainder.ts';
import { type RawRow, SECTION_LAYOUT } from './section-layout.ts';
import { rowsInFile, writeBody } from './write-body.ts';

/**
 * A COE, filtered already, as a Markdown file with front matter: `once: 1`, the header, and what the text does not
 * show. readOnceMarkdown in domain/import/once-markdown reads it back as the same COE.
 */
export function writeMarkdown(coe: Coe): string {
  const context = contextFor(coe);
  const values = frontMatterOf(coe, context);
  const body = writeBody(coe, context);
  const read = asRead(values, body, { id: coe.id, now: coe.createdAt });
  const rest = remainderOf(json(read), json(coe), indexesInFile(coe, context));
  const all = rest === null ? values : { ...values, [REMAINDER_KEY]: printRemainder(rest) };
  return `${printFrontMatter(all)}\n${body}`;
}

/** A COE, filtered already, as Markdown without front matter, for the clipboard. */
export const markdownForClipboard = (coe: Coe): string => writeBody(coe, contextFor(coe));

/**
 * What a file says without its remainder, as the JSON of a COE. `fallback` gives the id and the instant of a file whose
 * own were removed. Null if that makes no valid COE.
 */
export function asRead(
  values: Readonly<Record<string, unknown>>,
  body: string,
  fallback: { readonly id: string; readonly now: string },
): Coe | null {
  const context = contextOf(values);
  const header = readFrontMatter(values, context);
  const read = coeSchema.safeParse({
    format: COE_FORMAT,
    schemaVersion: CURRENT_SCHEMA_VERSION,
    id: fallback.id,
    createdAt: fallback.now,
    updatedAt: fallback.now,
    ...header,
    ...readBody(body, context),
  });
  return read.success ? read.data : null;
}

function contextFor(coe: Coe): FileContext {
  const { precision, value } = coe.happened;
  const day = precision === 'day' || precision === 'minute' ? value.slice(0, 10) : '';
  return { kind: coe.kind, zone: mainZone(coe) ?? 'UTC', day };
}

/** Where the rows of a COE are in its file: blank ones are not in it, and the timeline is in the order of time. */
function indexesInFile(coe: Coe, context: FileContext): IndexInFile {
  const indexes = new Map<string, Map<string, number>>();
  for (const id of SECTION_IDS) {
    for (const part of SECTION_LAYOUT[id]) {
      if (part.is === 'answer' || part.is === 'whys') continue;
      const rows = rowsInFile(part, coe.sections[id] as RawRow, context);
      const path = `sections.${id}.${part.key}`;
      indexes.set(path, new Map(rows.map((row, index) => [JSON.stringify(row), index])));
    }
  }
  return (path, row) => {
    const own = indexes.get(path);
    return own === undefined ? undefined : (own.get(JSON.stringify(row)) ?? null);
  };
}

/** JSON in which no program that takes the front matter for text finds HTML, a link or a control character. */
const printRemainder = (rest: unknown): string =>
  JSON.stringify(rest).replaceAll(
    /[<>&()`\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
