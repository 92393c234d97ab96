import { z } from 'zod';

import { isObject, sameValue } from '../../merge/json-value.ts';

/**
 * What a Markdown file does not show of a COE, such as ids and text that Markdown would change: how to get from what is
 * read of the file to the COE. It gives way to edits: `was` is the hash of the value that was read when the file was
 * written, and a value that has changed since stays as the person wrote it.
 *
 * - `set`: the whole value. Without `was`, nothing of it was in the file.
 * - `keys`: the values of an object that differ.
 * - `rows`: the rows of a list, in their order in the COE. `at` is the index of a row in the file, from 0; null for a
 *   row that is not in it and is `set` whole.
 */
export type Remainder =
  | { readonly set: unknown; readonly was?: string | undefined }
  | { readonly keys: Readonly<Record<string, Remainder>> }
  | { readonly rows: readonly RemainderRow[] };

type RemainderRow = {
  readonly at: number | null;
  readonly was?: string | undefined;
  readonly is?: Remainder | undefined;
};

/** The remainder as it is in a file. Everything else is ignored, because anyone may have edited it. */
export const remainderSchema: z.ZodType<Remainder> = z.union([
  z.strictObject({ set: z.unknown(), was: z.string().optional() }),
  z.strictObject({
    keys: z.record(
      z.string(),
      z.lazy(() => remainderSchema),
    ),
  }),
  z.strictObject({
    rows: z.array(
      z.strictObject({
        at: z.number().int().min(0).nullable(),
        was: z.string().optional(),
        is: z.lazy(() => remainderSchema).optional(),
      }),
    ),
  }),
]);

/**
 * The index in the file of each row of a list, by the list's path, such as `sections.timeline.entries`; null for none.
 */
export type IndexInFile = (path: string, row: unknown) => number | null | undefined;

/** The remainder between what is read of a file and the COE; null when they are the same. */
export function remainderOf(read: unknown, whole: unknown, indexInFile: IndexInFile, path = ''): Remainder | null {
  if (sameValue(read, whole)) return null;
  if (isObject(read) && isObject(whole) && !('precision' in whole) && Object.keys(read).every((key) => key in whole)) {
    const keys = Object.entries(whole).flatMap(([key, value]): [string, Remainder][] => {
      const own = Object.hasOwn(read, key) ? read[key] : undefined;
      const rest = remainderOf(own, value, indexInFile, path === '' ? key : `${path}.${key}`);
      return rest === null ? [] : [[key, rest]];
    });
    return { keys: Object.fromEntries(keys) };
  }
  if (Array.isArray(read) && Array.isArray(whole) && whole.every(isObject)) {
    const rows = rowsOf(read, whole, indexInFile, path);
    if (rows !== null) return { rows };
  }
  return isNothing(read) ? { set: whole } : { set: whole, was: hashOf(read) };
}

function rowsOf(
  read: readonly unknown[],
  whole: readonly unknown[],
  indexInFile: IndexInFile,
  path: string,
): RemainderRow[] | null {
  const used = new Set<number>();
  const rows: RemainderRow[] = [];
  for (const [index, row] of whole.entries()) {
    const at = indexInFile(path, row);
    const own = at === null ? null : (at ?? index);
    if (own === null) {
      rows.push({ at: null, is: { set: row } });
      continue;
    }
    if (own >= read.length || used.has(own)) return null;
    used.add(own);
    const rest = remainderOf(read[own], row, indexInFile, path);
    rows.push({ at: own, was: hashOf(shallow(read[own])), ...(rest === null ? {} : { is: rest }) });
  }
  return used.size === read.length ? rows : null;
}

/** What was read, with the remainder. Where the file was edited since it was written, the edit stays. */
export function withRemainder(read: unknown, rest: Remainder | undefined): unknown {
  if (rest === undefined) return read;
  if ('set' in rest) {
    const isUnchanged = rest.was === undefined ? isNothing(read) : read !== undefined && rest.was === hashOf(read);
    return isUnchanged ? rest.set : read;
  }
  if ('keys' in rest) {
    if (read !== undefined && !isObject(read)) return read;
    const own = read ?? {};
    return Object.fromEntries([
      ...Object.entries(own),
      ...Object.entries(rest.keys).flatMap(([key, value]): [string, unknown][] => {
        const merged = withRemainder(Object.hasOwn(own, key) ? own[key] : undefined, value);
        return merged === undefined ? [] : [[key, merged]];
      }),
    ]);
  }
  return Array.isArray(read) ? withRows(read, rest.rows) : read;
}

/**
 * The rows of a file with what it does not show of them. A row is found by what it shows, else by its index. If rows
 * were added or removed, the order of the file counts, and rows that it never held come last.
 */
function withRows(read: readonly unknown[], rest: readonly RemainderRow[]): unknown[] {
  const free = new Map<string, number[]>();
  for (const [index, row] of read.entries()) {
    const hash = hashOf(shallow(row));
    free.set(hash, [...(free.get(hash) ?? []), index]);
  }
  const claimed = new Map<RemainderRow, number>();
  const taken = new Set<number>();
  const claim = (row: RemainderRow, index: number): void => {
    claimed.set(row, index);
    taken.add(index);
  };
  // A row that is where it was, unchanged, comes before an equal one elsewhere.
  const inFile = rest.filter((row) => row.at !== null);
  for (const row of inFile) {
    const candidates = free.get(row.was ?? '') ?? [];
    if (candidates.includes(row.at ?? -1)) claim(row, row.at ?? -1);
  }
  for (const row of inFile) {
    if (claimed.has(row)) continue;
    const index = free.get(row.was ?? '')?.find((each) => !taken.has(each));
    if (index !== undefined) claim(row, index);
  }
  const isComplete = read.length === inFile.length;
  for (const row of inFile) {
    if (!claimed.has(row) && isComplete && !taken.has(row.at ?? -1)) claim(row, row.at ?? -1);
  }
  const merged = new Map([...claimed].map(([row, index]) => [index, withRemainder(read[index], row.is) ?? null]));
  const added = rest.filter((row) => row.at === null).flatMap((row) => withRemainder(undefined, row.is) ?? []);
  if (isComplete && claimed.size === inFile.length) {
    return rest.flatMap((row) => {
      const index = claimed.get(row);
      return (index === undefined ? withRemainder(undefined, row.is) : merged.get(index)) ?? [];
    });
  }
  return [...read.map((row, index) => merged.get(index) ?? row), ...added];
}

/** What a row says itself, without the rows below it, which may change on their own. */
const shallow = (row: unknown): unknown =>
  isObject(row)
    ? Object.fromEntries(Object.entries(row).filter(([, value]) => !Array.isArray(value) && !isNothing(value)))
    : row;

/** Whether a value is one that stands for "nothing said" in a COE. */
const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  value === 0 ||
  (typeof value === 'object' && Object.keys(value).length === 0) ||
  (isObject(value) && value['precision'] === 'unknown' && (value['words'] ?? '') === '');

/** JSON with sorted keys. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';

/** A short hash of a value, to see whether it was edited; not for security. This is cyrb53 by bryc (public domain). */
function hashOf(value: unknown): string {
  const text = stable(value);
  let [h1, h2] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(36);
}
