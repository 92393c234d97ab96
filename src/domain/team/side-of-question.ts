import type { Coe } from '../coe/coe.ts';
import { readCoe } from '../file/read-coe.ts';
import { isObject, isRows, sameValue } from '../merge/json-value.ts';
import { actionDateAt, dateWithWords } from '../merge/merge-dates.ts';
import type { Digest } from './merge-files.ts';
import type { TeamQuestion } from './team-question.ts';

/** One of the two wordings of a question. */
export type QuestionSide = 'first' | 'second';

/**
 * Whether a version of the file that a question is about has the wording of one side. `text` is null for a version in
 * which the file is deleted. False where the wording cannot be found in a file, such as an order.
 */
export function saysSide(question: TeamQuestion, side: QuestionSide, text: string | null, digest: Digest): boolean {
  const { kind, path } = question;
  const wording = question[side];
  if (kind === 'deleted') return text === null ? wording === null : wording === digest(text);
  if (text === null || kind === 'order') return false;
  if (kind === 'file') return text === wording;
  const read = readCoe(text);
  return read.ok && sameValue(valueAt(read.value, path) ?? null, wording);
}

/** The value at a path of keys and row ids, a date of an action with what was typed for it; undefined for no such place. */
function valueAt(coe: Coe, path: readonly string[]): unknown {
  const date = actionDateAt(path);
  const value = (date === null ? path : path.slice(0, -1)).reduce<unknown>(
    (within, key) =>
      isRows(within) ? within.find(({ id }) => id === key) : isObject(within) ? within[key] : undefined,
    coe,
  );
  return date !== null && isObject(value) ? dateWithWords(value, date) : value;
}
