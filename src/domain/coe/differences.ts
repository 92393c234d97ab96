import { SECTION_HEADINGS, type SectionId } from '../guide/sections.ts';
import type { Coe } from './coe.ts';

/** A place where two versions of a COE differ, with what each says there, for people to read. */
export type Difference = { where: string; mine: string; theirs: string };

/** Keys that change with every save and say nothing about the words. */
const BOOKKEEPING = new Set(['updatedAt', 'minutesWriting']);

/** The places where two versions differ, in the order of the file; rows are matched by their ids. */
export function differences(mine: Coe, theirs: Coe): Difference[] {
  return compare(mine, theirs, []);
}

function compare(mine: unknown, theirs: unknown, path: string[]): Difference[] {
  if (Object.is(mine, theirs)) return [];
  if (isObject(mine) && isObject(theirs)) {
    return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
      .filter((key) => !BOOKKEEPING.has(key))
      .flatMap((key) => compare(mine[key], theirs[key], [...path, key]));
  }
  if (isRows(mine) && isRows(theirs)) {
    return compare(byId(mine), byId(theirs), path);
  }
  const [here, there] = [inWords(mine), inWords(theirs)];
  return here === there ? [] : [{ where: nameOf(path), mine: here, theirs: there }];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRows = (value: unknown): value is { id: string }[] =>
  Array.isArray(value) && value.every((row) => isObject(row) && typeof row['id'] === 'string');

const byId = (rows: { id: string }[]): Record<string, unknown> => Object.fromEntries(rows.map((row) => [row.id, row]));

/** What a value says, without braces and ids. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (!isObject(value)) return String(value);
  return Object.entries(value)
    .filter(([key]) => key !== 'id')
    .map(([, part]) => inWords(part))
    .filter((part) => part !== '')
    .join(' · ');
}

/** "What is the timeline?: entries, what". Row ids are left out: they mean nothing to a person. */
function nameOf(path: string[]): string {
  const [first = '', second = '', ...rest] = path;
  const isSection = first === 'sections' && second in SECTION_HEADINGS;
  const start = isSection ? SECTION_HEADINGS[second as SectionId] : readable(first);
  const end = (isSection ? rest : [second, ...rest]).filter((part) => part !== '' && !/\d/.test(part)).map(readable);
  return end.length === 0 ? start : `${start}: ${end.join(', ')}`;
}

const readable = (key: string): string =>
  key.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase());
