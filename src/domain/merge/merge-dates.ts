import { ACTION_DATES, type ActionDate, WORDS_KEYS } from '../coe/action-dates.ts';
import { type MergeContext, type MergePath, childPath } from './conflict.ts';
import { isBlank, sameValue } from './json-value.ts';

type Row = Readonly<Record<string, unknown>>;

/** Whether a path leads to an action of the plan. */
const isAction = ([first, second, third, ...rest]: readonly string[]): boolean =>
  first === 'sections' && second === 'actions' && third === 'items' && rest.length === 1;

/** The date of an action that a path leads to; null for any other path. */
export const actionDateAt = (path: readonly string[]): ActionDate | null =>
  isAction(path.slice(0, -1)) ? (ACTION_DATES.find((which) => which === path.at(-1)) ?? null) : null;

/** A date of an action, and what was typed for it while there is no date. What is absent says nothing. */
export function dateWithWords(action: Row, which: ActionDate): Row {
  const date = action[which] ?? null;
  return { [which]: date, [WORDS_KEYS[which]]: date === null ? (action[WORDS_KEYS[which]] ?? '') : '' };
}

/**
 * An action with one value for each date, as a person sees it: the date, or what was typed for it while there is none.
 * Words beside a date are shown nowhere.
 */
export function shownDates(action: Row): Row {
  const shown = { ...action };
  for (const which of ACTION_DATES) {
    const words = shown[WORDS_KEYS[which]];
    delete shown[WORDS_KEYS[which]];
    if (isBlank(shown[which]) && !isBlank(words)) shown[which] = words;
  }
  return shown;
}

/**
 * Merges the dates of an action, each with what was typed for it as one value: merged apart, the words of one side would
 * be hidden by the date of the other. A conflict has the path of the date, and its values have both keys. Returns
 * nothing for any other object.
 */
export function mergeActionDates(merging: MergeContext, at: MergePath, base: Row, mine: Row, theirs: Row): Row {
  if (!isAction(at.path)) return {};
  const merged = ACTION_DATES.map((which) => mergeDate(merging, childPath(at, which), which, { base, mine, theirs }));
  return Object.fromEntries(merged.flatMap((date) => Object.entries(date)));
}

function mergeDate(
  merging: MergeContext,
  at: MergePath,
  which: ActionDate,
  sides: { readonly base: Row; readonly mine: Row; readonly theirs: Row },
): Row {
  const base = which in sides.base ? dateWithWords(sides.base, which) : undefined;
  const [mine, theirs] = [dateWithWords(sides.mine, which), dateWithWords(sides.theirs, which)];
  if (sameValue(mine, theirs) || sameValue(theirs, base)) return mine;
  if (sameValue(mine, base)) return theirs;
  // Without a common ancestor, cleared and never filled in look the same: keep what is there.
  if (base === undefined && isEmpty(mine) !== isEmpty(theirs)) return isEmpty(mine) ? theirs : mine;
  return merging.resolve(at, { kind: 'value', base, mine, theirs }) === 'theirs' ? theirs : mine;
}

const isEmpty = (date: Row): boolean => Object.values(date).every(isBlank);
