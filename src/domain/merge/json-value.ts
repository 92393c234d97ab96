import { isUnsaid, type Moment, momentSchema } from '../time/moment.ts';

/** Whether a value is an object and not an array. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a moment, which is compared as a whole although it is an object. */
export const isMoment = (value: unknown): value is Moment =>
  isObject(value) && 'precision' in value && momentSchema.safeParse(value).success;

/** Whether a value is a list of objects with ids; an empty list is one too. */
export const isRows = (value: unknown): value is { id: string }[] =>
  Array.isArray(value) && value.every((row) => isObject(row) && typeof row['id'] === 'string');

/**
 * Whether two JSON values are equal. The order of keys does not matter, and a key with `undefined` counts as absent.
 */
export function sameValue(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (Array.isArray(first) && Array.isArray(second)) {
    return first.length === second.length && first.every((item, index) => sameValue(item, second[index]));
  }
  if (!isObject(first) || !isObject(second)) return false;
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...keys].every((key) => sameValue(first[key], second[key]));
}

/** Whether a value is empty: absent, null, an empty text or list, or a moment that says nothing. False is not empty. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isMoment(value) && isUnsaid(value));
