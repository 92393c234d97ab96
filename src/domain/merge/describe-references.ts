import type { DateStyle } from '../time/date-style.ts';
import { describeOrder, isId } from './describe-value.ts';
import { isObject } from './json-value.ts';

/** What ids name that are not of a row of the same COE. */
const NAMED_ELSEWHERE: Readonly<Record<string, string>> = { coeId: 'COE', fixId: 'action' };

/**
 * Two values that are ids of rows, by the words of these rows in the first of the versions that has them. An id without
 * words is named by its kind, and two ids never read the same. Null when the key is not that of such an id.
 */
export function describeReferences(
  key: string | undefined,
  [mine, theirs]: readonly [unknown, unknown],
  versions: readonly unknown[],
  dates: DateStyle,
): [string, string] | null {
  if (key === undefined || key === 'id' || !isId(key) || !isReference(mine) || !isReference(theirs)) return null;
  const kind = NAMED_ELSEWHERE[key] ?? 'row';
  const wordsOf = (id: string): string => {
    const row = kind === 'row' ? rowWithId(versions, id) : undefined;
    return row === undefined ? '' : describeOrder([row], dates);
  };
  const describe = (id: string | null | undefined): string => (id ? wordsOf(id) || `(another ${kind})` : '');
  const [here, there] = [describe(mine), describe(theirs)];
  if (here !== there || !mine || !theirs || mine === theirs) return [here, there];
  const words = wordsOf(mine);
  const [one, another] = [`(one ${kind})`, `(another ${kind})`].map((which) => `${words} ${which}`.trim());
  return mine < theirs ? [one ?? '', another ?? ''] : [another ?? '', one ?? ''];
}

/** Stands for a pattern that is not in the library any more. */
export const DELETED_PATTERN = '(deleted)';

/**
 * Two lists of ids of patterns, by the words of the patterns. Two lists never read the same: those whose patterns have
 * the same words, or none, are told apart.
 */
export function describePatterns(
  both: readonly [unknown, unknown],
  patterns: ReadonlyMap<string, string>,
): [string, string] {
  const [mine, theirs] = both.map((ids) => (Array.isArray(ids) ? ids.map(String) : [])) as [string[], string[]];
  const wordsOf = (ids: readonly string[]): string => ids.map((id) => patterns.get(id) ?? DELETED_PATTERN).join(', ');
  const [here, there] = [wordsOf(mine), wordsOf(theirs)];
  if (here !== there || mine.join() === theirs.join()) return [here, there];
  return mine.join() < theirs.join()
    ? [`${here} (one)`, `${there} (another)`]
    : [`${here} (another)`, `${there} (one)`];
}

const isReference = (value: unknown): value is string | null | undefined =>
  value === null || value === undefined || typeof value === 'string';

function rowWithId(part: unknown, id: string): object | undefined {
  if (Array.isArray(part)) return part.map((inner) => rowWithId(inner, id)).find((found) => found !== undefined);
  if (!isObject(part)) return undefined;
  return part['id'] === id ? part : rowWithId(Object.values(part), id);
}
