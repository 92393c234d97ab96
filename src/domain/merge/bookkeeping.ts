import { type Audiences, type LabelId, morePrivate } from '../coe/audience.ts';
import type { Coe } from '../coe/coe.ts';
import { defaultLabel } from '../coe/label-of.ts';

/** Keys that the app maintains and merges without asking anyone. */
type Bookkeeping = Pick<
  Coe,
  'format' | 'schemaVersion' | 'id' | 'audiences' | 'createdAt' | 'updatedAt' | 'minutesWriting'
>;

type Sides = [base: Record<string, unknown>, mine: Record<string, unknown>, theirs: Record<string, unknown>];

/** The three sides with the same merged bookkeeping, so that only content is left to merge. */
export function mergeBookkeeping(base: Coe | null, mine: Coe, theirs: Coe): Sides {
  const settled: Bookkeeping = {
    format: mine.format,
    schemaVersion: mine.schemaVersion,
    id: mine.id,
    audiences: mergeAudiences(base, mine, theirs),
    createdAt: pick(base?.createdAt, mine.createdAt, theirs.createdAt, 'least'),
    updatedAt: pick(base?.updatedAt, mine.updatedAt, theirs.updatedAt, 'most'),
    minutesWriting: pick(base?.minutesWriting, mine.minutesWriting, theirs.minutesWriting, 'most'),
  };
  return [
    { ...base, ...settled },
    { ...mine, ...settled },
    { ...theirs, ...settled },
  ];
}

/** The value that changed; when both did, the greater or the smaller one. */
function pick<Value extends string | number>(
  base: Value | undefined,
  mine: Value,
  theirs: Value,
  which: 'least' | 'most',
): Value {
  if (theirs === base) return mine;
  if (mine === base) return theirs;
  return mine > theirs === (which === 'most') ? mine : theirs;
}

/**
 * The labels of both sides. Where both changed one, the more private wins without asking: a copy that left cannot be
 * taken back. A label that one side removed, or without a common ancestor
 * lacks, counts as its default.
 */
function mergeAudiences(base: Coe | null, mine: Coe, theirs: Coe): Audiences {
  const labelIn = (coe: Coe | null, part: string): LabelId | undefined =>
    coe !== null && Object.hasOwn(coe.audiences, part) ? coe.audiences[part] : undefined;
  const parts = [...new Set([mine, theirs].flatMap(({ audiences }) => Object.keys(audiences)))].sort();
  return Object.fromEntries(
    parts.flatMap((part): [string, LabelId][] => {
      const [before, here, there] = [labelIn(base, part), labelIn(mine, part), labelIn(theirs, part)];
      const changed = there === before ? here : there;
      const isConflict = here !== there && (base === null || (here !== before && there !== before));
      const label = isConflict
        ? morePrivate(here ?? defaultLabel(mine, part), there ?? defaultLabel(theirs, part))
        : changed;
      return label === undefined ? [] : [[part, label]];
    }),
  );
}
