import type { Coe } from '../coe/coe.ts';

/** Keys that the app maintains and merges without asking anyone. */
type Bookkeeping = Pick<Coe, 'format' | 'schemaVersion' | 'id' | 'createdAt' | 'updatedAt' | 'minutesWriting'>;

type Sides = [base: Record<string, unknown>, mine: Record<string, unknown>, theirs: Record<string, unknown>];

/** The three sides with the same merged bookkeeping, so that only content is left to merge. */
export function mergeBookkeeping(base: Coe | null, mine: Coe, theirs: Coe): Sides {
  const settled: Bookkeeping = {
    format: mine.format,
    schemaVersion: mine.schemaVersion,
    id: mine.id,
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
