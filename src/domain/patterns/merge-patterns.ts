import type { Pattern } from './pattern.ts';

/**
 * Merges two versions of a pattern, key by key. What only one side changed since `base` counts. Where both changed the
 * same key, mine wins, except for what is being tried: both texts stay. Without a base, as with a conflict copy, a
 * value wins over none.
 */
export function mergePattern(mine: Pattern, theirs: Pattern, base: Pattern | null = null): Pattern {
  const merged: Record<string, unknown> = { ...theirs, ...mine };
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base ?? {})])) {
    const [my, their, was] = [mine[key], theirs[key], base?.[key]];
    const value =
      isSame(my, their) || (base !== null && isSame(their, was)) ? my : mergeValue(key, my, their, was, base);
    if (value === undefined) delete merged[key];
    else merged[key] = value;
  }
  return merged as Pattern;
}

function mergeValue(key: string, my: unknown, their: unknown, was: unknown, base: Pattern | null): unknown {
  if (base !== null && isSame(my, was)) return their;
  if (key === 'tryingNow' && isText(my) && isText(their)) return bothTexts(my, their);
  if (base === null && isEmpty(my)) return their;
  return my ?? their;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function bothTexts(mine: string, theirs: string): string {
  if (mine.includes(theirs)) return mine;
  return theirs.includes(mine) ? theirs : `${mine}\n\n${theirs}`;
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && 'words' in value && value.words === '');

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
