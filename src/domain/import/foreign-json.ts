import { parseJsonText } from '../file/json-text.ts';
import { fail, ok, type Result } from '../result.ts';

/** An object of a foreign file, whose keys can have any value. */
export type ForeignObject = Readonly<Record<string, unknown>>;

/** Parses the JSON of another app. Ignores a byte order mark. Fails with a sentence for the person. */
export function parseForeignJson(text: string): Result<unknown, string> {
  const json = parseJsonText(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (json.ok) return json;
  switch (json.error.reason) {
    case 'empty':
    case 'zero-filled':
      return fail('This file is empty.');
    case 'too-deep':
      return fail('This file is nested too deeply to be read.');
    default:
      return fail(`This file is damaged. ${'detail' in json.error ? json.error.detail : ''}`.trim());
  }
}

/** The object at the root of a JSON text; fails when the root is something else. */
export function parseForeignObject(text: string): Result<ForeignObject, string> {
  const json = parseForeignJson(text);
  if (!json.ok) return json;
  return isForeignObject(json.value) ? ok(json.value) : fail('This file has an unexpected structure.');
}

/** Whether a value is an object with keys, and no list. */
export const isForeignObject = (value: unknown): value is ForeignObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a value; empty for anything but a text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The items of a list that are objects; empty for anything but a list. */
export const objectsOf = (value: unknown): ForeignObject[] =>
  Array.isArray(value) ? value.filter(isForeignObject) : [];

/** The items of a list that are texts; empty for anything but a list. */
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** A copy without some keys. Keys such as `__proto__` are plain keys of the copy. */
export const without = (object: ForeignObject, keys: ReadonlySet<string>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.has(key) && key !== '__proto__'));
