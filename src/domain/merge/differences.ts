import { describeValue, describePath } from './describe-value.ts';
import { isMoment, isObject, isRows } from './json-value.ts';
import type { Coe } from '../coe/coe.ts';

/** A place where two versions of a COE differ, with what each says there, for people to read. */
export type Difference = { where: string; mine: string; theirs: string };

/** Keys that the app keeps for itself; they say nothing about the words. */
const BOOKKEEPING = new Set([
  'format',
  'schemaVersion',
  'createdAt',
  'updatedAt',
  'minutesWriting',
  'statusHistory',
  'dismissed',
]);

/** The places where two versions differ, in the order of the file; rows are matched by their ids. */
export function differences(mine: Coe, theirs: Coe): Difference[] {
  return compare(mine, theirs, []);
}

function compare(mine: unknown, theirs: unknown, path: string[]): Difference[] {
  if (Object.is(mine, theirs)) return [];
  const isWhole = isMoment(mine) || isMoment(theirs);
  if (!isWhole && isObject(mine) && isObject(theirs)) {
    return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
      .filter((key) => !BOOKKEEPING.has(key))
      .flatMap((key) => compare(mine[key], theirs[key], [...path, key]));
  }
  if (isRows(mine) && isRows(theirs)) return compareRows(mine, theirs, path);
  const [here, there] = [describeValue(mine, zoneOf(theirs)), describeValue(theirs, zoneOf(mine))];
  return here === there ? [] : [{ where: describePath(path), mine: here, theirs: there }];
}

/**
 * Rows go by their ids, which mean nothing to a person: a row is named by its place, and another order is a difference.
 */
function compareRows(mine: Row[], theirs: Row[], path: string[]): Difference[] {
  const [here, there] = [byId(mine), byId(theirs)];
  const found = [...new Map([...here, ...there]).keys()].flatMap((id) => {
    const [row, other] = [here.get(id), there.get(id)];
    return compare(row?.row, other?.row, withPlace(path, (row ?? other)?.place ?? 0));
  });
  const [ours, others] = [mine.filter(({ id }) => there.has(id)), theirs.filter(({ id }) => here.has(id))];
  if (ours.every(({ id }, index) => others[index]?.id === id)) return found;
  return [...found, { where: describePath([...path, 'order']), mine: inTurn(ours), theirs: inTurn(others) }];
}

const withPlace = (path: string[], place: number): string[] => [...path.slice(0, -1), `${path.at(-1) ?? ''} ${place}`];

/** Rows in their order, each by the first thing it says. */
const inTurn = (rows: Row[]): string =>
  rows
    .map((row) =>
      Object.entries(row)
        .filter(([key]) => key !== 'id')
        .map(([, part]) => describeValue(part))
        .find((part) => part !== ''),
    )
    .join(', ');

type Row = { id: string };

const byId = (rows: Row[]): Map<string, { row: Row; place: number }> =>
  new Map(rows.map((row, index) => [row.id, { row, place: index + 1 }]));

/** The zone is named where the other version has another one, or two different times would read the same. */
const zoneOf = (value: unknown): string | undefined => (isMoment(value) ? value.zone : undefined);
