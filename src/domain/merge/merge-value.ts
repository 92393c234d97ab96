import type { Why } from '../coe/sections/whys.ts';
import { type MergeContext, type MergePath, childPath } from './conflict.ts';
import { FREE_TEXT } from './free-text.ts';
import { mergeActionDates } from './merge-dates.ts';
import { mergeOrder } from './merge-order.ts';
import { mergeRows } from './merge-rows.ts';
import { mergeText } from './merge-text.ts';
import { mergeTree } from './merge-tree.ts';
import { isBlank, isMoment, isObject, isRows, sameValue } from './json-value.ts';

/**
 * Merges three values by their type. Returns `mine` itself, the same object, when nothing changed on the other side.
 */
export function mergeValue(
  merging: MergeContext,
  at: MergePath,
  base: unknown,
  mine: unknown,
  theirs: unknown,
): unknown {
  if (sameValue(mine, theirs) || sameValue(theirs, base)) return mine;
  if (sameValue(mine, base)) return theirs;
  if (isStructure(mine) && isStructure(theirs)) {
    return mergeObject(merging, at, isStructure(base) ? base : {}, mine, theirs);
  }
  const key = at.path.at(-1) ?? '';
  if (isSet(at.path) && isWords(mine) && isWords(theirs)) {
    return mergeSet(isWords(base) ? base : [], mine, theirs);
  }
  if (areRows(mine) && areRows(theirs)) {
    const before = areRows(base) ? base : [];
    // Trees are recognised by their path: both lists of the section of whys.
    const isTree = at.path[0] === 'sections' && at.path[1] === 'whys' && at.path.length === 3;
    if (isTree) return mergeTree(merging, at, before as Why[], mine as Why[], theirs as Why[]);
    return mergeRows(merging, at, before, mine, theirs);
  }
  // Without a common ancestor, cleared and never filled in look the same: keep what is there.
  if (base === undefined && isBlank(mine) !== isBlank(theirs)) return isBlank(mine) ? theirs : mine;
  const isText = FREE_TEXT.has(key) && typeof mine === 'string' && typeof theirs === 'string';
  if (isText) return settleText(merging, at, typeof base === 'string' ? base : '', mine, theirs);
  return merging.resolve(at, { kind: 'value', base, mine, theirs }) === 'theirs' ? theirs : mine;
}

function settleText(merging: MergeContext, at: MergePath, base: string, mine: string, theirs: string): string {
  // One text goes on where the other stopped, as a journal does after the last save: merged, its words would stand
  // twice.
  if (theirs.startsWith(base) && mine.startsWith(theirs)) return mine;
  if (mine.startsWith(base) && theirs.startsWith(mine)) return theirs;
  const merged = mergeText(base, mine, theirs);
  if (merged.isClean) return merged.mine;
  const choice = merging.resolve(at, { kind: 'text', base, mine: merged.mine, theirs: merged.theirs });
  return merged[choice];
}

/**
 * Merges objects key by key, except that a date of an action is merged with what was typed for it. New and unknown keys
 * come last, sorted.
 */
export function mergeObject(
  merging: MergeContext,
  at: MergePath,
  base: Readonly<Record<string, unknown>>,
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const added = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((key) => !(key in base)).sort();
  const dates = mergeActionDates(merging, at, base, mine, theirs);
  const parts = [...Object.keys(base), ...added].flatMap((key): [string, unknown][] => {
    const part = Object.hasOwn(dates, key)
      ? dates[key]
      : merging.value(childPath(at, key), base[key], mine[key], theirs[key]);
    return part === undefined ? [] : [[key, part]];
  });
  const isMine = parts.length === Object.keys(mine).length && parts.every(([key, part]) => mine[key] === part);
  return isMine ? mine : Object.fromEntries(parts);
}

/** Whether a list is a set, whose order means nothing: tags, patterns, and what was dismissed. */
const isSet = ([first, ...rest]: readonly string[]): boolean =>
  ((first === 'tags' || first === 'patternIds') && rest.length === 0) || (first === 'dismissed' && rest.length === 1);

/** Merges sets: keeps what both have and what either added. */
function mergeSet(base: readonly string[], mine: readonly string[], theirs: readonly string[]): readonly string[] {
  const [before, ours, others] = [base, mine, theirs].map((words) => new Set(words));
  const kept = new Set(
    [...mine, ...theirs].filter((word) => (ours?.has(word) && others?.has(word)) || !before?.has(word)),
  );
  const { mine: one, theirs: other } = mergeOrder([...new Set(base)], [...new Set(mine)], [...new Set(theirs)], kept);
  return JSON.stringify(one) < JSON.stringify(other) ? one : other;
}

/** Whether a value is merged key by key. A moment is merged as a whole. */
const isStructure = (value: unknown): value is Record<string, unknown> => isObject(value) && !isMoment(value);

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

const areRows = (value: unknown): value is { id: string }[] =>
  isRows(value) && new Set(value.map(({ id }) => id)).size === value.length;
