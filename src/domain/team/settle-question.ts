import { type Coe, coeSchema } from '../coe/coe.ts';
import { isObject, isRows } from '../merge/json-value.ts';
import { actionDateAt, dateWithWords } from '../merge/merge-dates.ts';
import { mergeText } from '../merge/merge-text.ts';
import type { TeamQuestion } from './team-question.ts';

/** What a person decided: the first or the second wording, or what stands in the COE now. */
export type SettleChoice = 'first' | 'second' | 'stands';

/**
 * The COE after a question about one of its places is settled. Returns the COE itself when what stands is right, and
 * null when the place has changed so much since that the wording no longer fits: then a person edits it by hand.
 * Changes of a text that were made since stay. Orders are changed by moving rows, so their wordings are never taken.
 */
export function settleQuestion(coe: Coe, question: TeamQuestion, choice: SettleChoice): Coe | null {
  if (choice === 'stands' || choice === question.stands || question.kind === 'order') return coe;
  const wanted = choice === 'first' ? question.first : question.second;
  const replaced =
    question.kind === 'text'
      ? changeAt(coe, question.path, (now) => settledText(now, question, wanted))
      : question.kind === 'value'
        ? changeValue(coe, question.path, wanted)
        : question.kind === 'removed'
          ? changeAt(coe, question.path, () => ({ to: wanted ?? undefined }))
          : null;
  const parsed = replaced === null ? null : coeSchema.safeParse(replaced);
  return parsed?.success === true ? parsed.data : null;
}

/** Sets a value. A date of an action is set together with what was typed for it. */
function changeValue(coe: Coe, path: readonly string[], wanted: unknown): unknown {
  const date = actionDateAt(path);
  if (date === null) return changeAt(coe, path, () => ({ to: wanted }));
  // A question of an earlier version has the date alone; that there was none says nothing about words typed since.
  const said = isObject(wanted) ? wanted : { [date]: wanted };
  const both = wanted === null ? said : dateWithWords(said, date);
  return changeAt(coe, path.slice(0, -1), (action) => (isObject(action) ? { to: { ...action, ...both } } : null));
}

/** The new value of a place, undefined to remove it; null when it does not fit. */
type Change = { readonly to: unknown } | null;

function settledText(now: unknown, { base, first, second }: TeamQuestion, wanted: unknown): Change {
  if (typeof now !== 'string' || typeof first !== 'string' || typeof second !== 'string') return null;
  if (typeof wanted !== 'string') return null;
  const { both } = mergeText(typeof base === 'string' ? base : '', first, second);
  if (now === both) return { to: wanted };
  const replaced = replaceDifference(now, both, wanted);
  if (replaced !== null) return { to: replaced };
  const merged = mergeText(both, now, wanted);
  return merged.isClean ? { to: merged.mine } : null;
}

/** `now` with what differs between two texts replaced, if it still has that, and in one place only; else null. */
function replaceDifference(now: string, from: string, to: string): string | null {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const [removed, added] = [from.slice(start, from.length - end), to.slice(start, to.length - end)];
  const [before, after, ...more] = now.split(removed);
  return removed === '' || before === undefined || after === undefined || more.length > 0
    ? null
    : `${before}${added}${after}`;
}

/** Changes the value at a path of keys and row ids. Null when there is no such place. */
function changeAt(value: unknown, path: readonly string[], change: (now: unknown) => Change): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value)?.to ?? null;
  if (isRows(value)) {
    const index = value.findIndex((row) => row.id === key);
    if (index === -1) {
      // A row that one side removed is put back at the end.
      const added = rest.length === 0 ? change(undefined) : null;
      return added === null || !isObject(added.to) ? null : [...value, added.to];
    }
    const changed = rest.length === 0 ? change(value[index]) : asChange(changeAt(value[index], rest, change));
    if (changed === null) return null;
    return changed.to === undefined ? value.toSpliced(index, 1) : value.with(index, changed.to as { id: string });
  }
  if (!isObject(value)) return null;
  const changed = rest.length === 0 ? change(value[key]) : asChange(changeAt(value[key], rest, change));
  if (changed === null) return null;
  const { [key]: _before, ...others } = value;
  return changed.to === undefined ? others : { ...value, [key]: changed.to };
}

const asChange = (value: unknown): Change => (value === null ? null : { to: value });
