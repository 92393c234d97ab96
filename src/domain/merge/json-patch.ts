import { z } from 'zod';

import { isObject } from './json-value.ts';

const pathSchema = z.array(z.union([z.string(), z.int().min(0)])).max(50);

/**
 * A change of a JSON value, as in RFC 6902, with one more operation: `splice` replaces part of a text or of a list, so
 * that a typed letter takes a few bytes and not the whole text. Positions in a text count UTF-16 code units.
 */
const stepSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('set'), path: pathSchema, value: z.unknown() }),
  z.strictObject({ op: z.literal('remove'), path: pathSchema }),
  z.strictObject({
    op: z.literal('splice'),
    path: pathSchema,
    at: z.int().min(0),
    remove: z.int().min(0),
    insert: z.union([z.string(), z.array(z.unknown())]),
  }),
]);
type Step = z.infer<typeof stepSchema>;
type Path = Step['path'];

/** The steps from one JSON value to another, to be applied in order. */
export const patchSchema = z.array(stepSchema);
export type JsonPatch = z.infer<typeof patchSchema>;

/**
 * The steps that turn `before` into `after`. Parts that are the same object in both cost nothing; a key with
 * `undefined` counts as absent.
 */
export function createPatch(before: unknown, after: unknown, path: Path = []): JsonPatch {
  if (before === after) return [];
  if (typeof before === 'string' && typeof after === 'string') return [spliceOf(before, after, path, keepsPairs)];
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length === after.length) {
      return before.flatMap((item, index) => createPatch(item, after[index], [...path, index]));
    }
    return [spliceOf(before, after, path, () => true)];
  }
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key): JsonPatch => {
      if (after[key] === undefined) return before[key] === undefined ? [] : [{ op: 'remove', path: [...path, key] }];
      return createPatch(before[key], after[key], [...path, key]);
    });
  }
  return [{ op: 'set', path, value: after }];
}

/** Applies a patch. Null when it does not fit the value; the value itself is not changed. */
export function applyPatch(value: unknown, patch: JsonPatch): { value: unknown } | null {
  let current: unknown = value;
  for (const step of patch) {
    const changed = applyStep(current, step, step.path);
    if (changed === null) return null;
    current = changed.value;
  }
  return { value: current };
}

function applyStep(value: unknown, step: Step, [key, ...rest]: Path): { value: unknown } | null {
  if (key === undefined) return step.op === 'remove' ? null : replaced(value, step);
  if (Array.isArray(value)) {
    if (typeof key !== 'number' || key >= value.length) return null;
    const item = applyStep(value[key], step, rest);
    return item === null ? null : { value: value.map((each: unknown, index) => (index === key ? item.value : each)) };
  }
  if (!isObject(value) || typeof key !== 'string') return null;
  if (step.op === 'remove' && rest.length === 0) {
    return { value: Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) };
  }
  const item = applyStep(Object.hasOwn(value, key) ? value[key] : undefined, step, rest);
  return item === null ? null : { value: { ...value, [key]: item.value } };
}

function replaced(value: unknown, step: Exclude<Step, { op: 'remove' }>): { value: unknown } | null {
  if (step.op === 'set') return { value: step.value };
  const { at, remove, insert } = step;
  if (typeof value === 'string' && typeof insert === 'string' && at + remove <= value.length) {
    return { value: value.slice(0, at) + insert + value.slice(at + remove) };
  }
  if (Array.isArray(value) && Array.isArray(insert) && at + remove <= value.length) {
    return { value: [...value.slice(0, at), ...insert, ...value.slice(at + remove)] };
  }
  return null;
}

/** Whether a text can be cut at a position: between the halves of a surrogate pair JSON would not carry it. */
const keepsPairs = (text: ArrayLike<unknown>, at: number): boolean =>
  !(typeof text === 'string' && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)));

/** Replaces the part between what two texts or lists have in common at their beginning and at their end. */
function spliceOf<Value extends string | unknown[]>(
  before: Value,
  after: Value,
  path: Path,
  mayCut: (value: Value, at: number) => boolean,
): Step {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  while (start > 0 && !(mayCut(before, start) && mayCut(after, start))) start -= 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  while (end > 0 && !(mayCut(before, before.length - end) && mayCut(after, after.length - end))) end -= 1;
  const remove = before.length - start - end;
  return { op: 'splice', path, at: start, remove, insert: after.slice(start, after.length - end) };
}
