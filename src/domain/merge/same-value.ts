import { isMoment, isObject } from '../coe/in-words.ts';

/** Whether two JSON values say the same; the order of keys is of no account, and a key without a value is none. */
export function sameValue(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (Array.isArray(first) && Array.isArray(second)) {
    return first.length === second.length && first.every((item, index) => sameValue(item, second[index]));
  }
  if (!isObject(first) || !isObject(second)) return false;
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...keys].every((key) => sameValue(first[key], second[key]));
}

/** Whether a value says nothing yet. A plain no is an answer. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isMoment(value) && value.precision === 'unknown');
