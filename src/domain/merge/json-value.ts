import { type Moment, momentSchema } from '../time/moment.ts';

/** Whether a value is an object with keys, and not a list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a point in time, which is one thing although it has keys. */
export const isMoment = (value: unknown): value is Moment =>
  isObject(value) && 'precision' in value && momentSchema.safeParse(value).success;

/** Whether a value is a list of rows, each with an id of its own. */
export const isRows = (value: unknown): value is { id: string }[] =>
  Array.isArray(value) && value.every((row) => isObject(row) && typeof row['id'] === 'string');

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
