import { DELETED_PATTERN, describePatterns, describeReferences } from './describe-references.ts';
import { describeOrder, describeProse, describeValue, describePath } from './describe-value.ts';
import { isMoment, isObject, isRows } from './json-value.ts';
import { shownDates } from './merge-dates.ts';
import { LABEL_NAMES, type LabelId } from '../coe/audience.ts';
import type { Coe } from '../coe/coe.ts';
import { rowPart } from '../coe/label-of.ts';
import type { DateStyle } from '../time/date-style.ts';

/** One difference between two versions of a COE, for people to read. An absent value is an empty text. */
export type Difference = { where: string; mine: string; theirs: string };

/** Keys that the app maintains, and that are not shown. */
const BOOKKEEPING = new Set([
  'format',
  'schemaVersion',
  'createdAt',
  'updatedAt',
  'minutesWriting',
  'captured',
  'statusHistory',
  'dismissed',
  'source',
]);

/**
 * The differences between two versions, in the order of the file. Rows are matched by id. `dates` is how times are
 * written. `patterns` are the words of the library's patterns by their ids.
 */
export function differences(
  mine: Coe,
  theirs: Coe,
  dates: DateStyle,
  patterns: ReadonlyMap<string, string> = new Map(),
): Difference[] {
  return compare(mine, theirs, [], { both: [mine, theirs], dates, patterns });
}

/** Both versions as a whole, how their times are written, and the words of patterns. */
type Comparison = {
  readonly both: readonly [Coe, Coe];
  readonly dates: DateStyle;
  readonly patterns: ReadonlyMap<string, string>;
};

function compare(mine: unknown, theirs: unknown, path: string[], comparison: Comparison): Difference[] {
  if (Object.is(mine, theirs)) return [];
  if (/^sections actions items \d+$/.test(path.join(' '))) {
    return compareParts(asShown(mine), asShown(theirs), path, comparison);
  }
  return compareParts(mine, theirs, path, comparison);
}

const asShown = (action: unknown): unknown => (isObject(action) ? shownDates(action) : action);

function compareParts(mine: unknown, theirs: unknown, path: string[], comparison: Comparison): Difference[] {
  const isWhole = isMoment(mine) || isMoment(theirs);
  if (path.length === 1 && path[0] === 'audiences') return compareLabels(mine, theirs, comparison);
  if (!isWhole && isObject(mine) && isObject(theirs)) {
    return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
      .filter((key) => !BOOKKEEPING.has(key))
      .flatMap((key) => compare(mine[key], theirs[key], [...path, key], comparison));
  }
  if (isRows(mine) && isRows(theirs)) return compareRows(mine, theirs, path, comparison);
  const key = path.at(-1);
  const [first, second] = comparison.both;
  const kind = first.kind === second.kind ? first.kind : undefined;
  const describe = (value: unknown, other: unknown): string =>
    describeValue(value, comparison.dates, { key, zone: zoneOf(other), kind });
  const [here, there] =
    key === 'prose'
      ? describeProse(mine, theirs)
      : key === 'patternIds'
        ? describePatterns([mine, theirs], comparison.patterns)
        : (describeReferences(key, [mine, theirs], comparison.both, comparison.dates) ?? [
            describe(mine, theirs),
            describe(theirs, mine),
          ]);
  return here === there ? [] : [{ where: describePath(path), mine: here, theirs: there }];
}

/** The labels of parts, which say who may read them when the COE is shared. */
function compareLabels(mine: unknown, theirs: unknown, comparison: Comparison): Difference[] {
  if (!isObject(mine) || !isObject(theirs)) return [];
  return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].flatMap((part) => {
    const [here, there] = [mine, theirs].map((labels) =>
      describeLabel(Object.hasOwn(labels, part) ? labels[part] : ''),
    );
    const name = describePart(part, comparison);
    return here === there ? [] : [{ where: `Who may read it: ${name}`, mine: here ?? '', theirs: there ?? '' }];
  });
}

const describeLabel = (label: unknown): string => LABEL_NAMES[label as LabelId] ?? '';

/** A part as people name it. A row has its number in the first of the versions that has it. */
function describePart(part: string, comparison: Comparison): string {
  const [first = '', ...fields] = part.split('.');
  const [list, item] = first.split('/');
  if (list === 'patternIds' && item !== undefined) {
    return `Pattern ${comparison.patterns.get(item) ?? DELETED_PATTERN}`;
  }
  const keys = first === 'sections' ? [first, ...fields] : [part.split('/')[0] ?? ''];
  return describePath(
    keys.map((key, index) => {
      const [list = '', id] = key.split('/');
      const at = id === undefined ? 0 : rowNumber([...keys.slice(0, index), list], id, comparison);
      return at === 0 ? list : `${list} ${at}`;
    }),
  );
}

/** The number of the row in its list; 0 when no version has it. */
function rowNumber(list: readonly string[], id: string, comparison: Comparison): number {
  const found = comparison.both.map((coe) => {
    const rows = list.reduce<unknown>((part, key) => (isObject(part) ? part[key] : undefined), coe);
    return isRows(rows) ? rows.findIndex((row) => rowPart('', row.id) === `/${id}`) + 1 : 0;
  });
  return found.find((number) => number > 0) ?? 0;
}

/** Matches rows by id but names them by number, since ids mean nothing to people. A different order is a difference. */
function compareRows(mine: Row[], theirs: Row[], path: string[], comparison: Comparison): Difference[] {
  const [here, there] = [byId(mine), byId(theirs)];
  const found = [...new Map([...here, ...there]).keys()].flatMap((id) => {
    const [row, other] = [here.get(id), there.get(id)];
    return compare(row?.row, other?.row, withRowNumber(path, (row ?? other)?.number ?? 0), comparison);
  });
  const [ours, others] = [mine.filter(({ id }) => there.has(id)), theirs.filter(({ id }) => here.has(id))];
  if (ours.every(({ id }, index) => others[index]?.id === id)) return found;
  return [
    ...found,
    {
      where: describePath([...path, 'order']),
      mine: describeOrder(ours, comparison.dates),
      theirs: describeOrder(others, comparison.dates),
    },
  ];
}

const withRowNumber = (path: string[], number: number): string[] => [
  ...path.slice(0, -1),
  `${path.at(-1) ?? ''} ${number}`,
];

type Row = { id: string };

const byId = (rows: Row[]): Map<string, { row: Row; number: number }> =>
  new Map(rows.map((row, index) => [row.id, { row, number: index + 1 }]));

/**
 * The zone to compare with, so that a time in another zone names its own and two different times never read the same.
 */
const zoneOf = (value: unknown): string | undefined => (isMoment(value) ? value.zone : undefined);
