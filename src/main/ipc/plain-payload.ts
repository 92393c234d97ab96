import { fail, ok, type Result } from '#domain/result.ts';

/** Enough for the largest request, a chart as a PNG image. */
const MAX_CHARACTERS = 24_000_000;
const MAX_VALUES = 500_000;
const DEEPEST = 100;

/** Why a payload is refused before it is validated. `not-plain`: it holds something that JSON cannot express. */
export type PayloadFault = 'too-deep' | 'too-large' | 'not-plain' | 'not-json';

/**
 * A request of the page, which sends it as it is or as JSON text. Either has to be plain JSON of limited size and depth;
 * see {@link payloadFault}.
 */
export function readPayload(sent: unknown): Result<unknown, PayloadFault> {
  const parsed = typeof sent === 'string' ? parseText(sent) : ok(sent);
  if (!parsed.ok) return parsed;
  const fault = payloadFault(parsed.value);
  return fault === null ? parsed : fail(fault);
}

function parseText(text: string): Result<unknown, PayloadFault> {
  if (text.length > MAX_CHARACTERS) return fail('too-large');
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail('not-json');
  }
}

/**
 * Checks that a payload from the page is plain JSON of limited size and depth, so that validating it cannot overflow
 * the stack or take too long. Null when it is. Does not recurse, and stops at the first fault.
 */
export function payloadFault(payload: unknown): PayloadFault | null {
  const waiting: { value: unknown; depth: number }[] = [{ value: payload, depth: 0 }];
  let characters = 0;
  let values = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (depth > DEEPEST) return 'too-deep';
    if ((values += 1) > MAX_VALUES) return 'too-large';
    if (typeof value === 'string') characters += value.length;
    else if (typeof value === 'object' && value !== null) {
      if (Array.isArray(value)) {
        if (value.length > MAX_VALUES) return 'too-large';
        for (const item of value) waiting.push({ value: item, depth: depth + 1 });
      } else {
        if (Object.getPrototypeOf(value) !== Object.prototype) return 'not-plain';
        for (const [key, item] of Object.entries(value)) {
          characters += key.length;
          waiting.push({ value: item, depth: depth + 1 });
        }
      }
    } else if (!isPlain(value)) return 'not-plain';
    if (characters > MAX_CHARACTERS) return 'too-large';
  }
  return null;
}

/** A key that was left out may arrive as undefined. */
const isPlain = (value: unknown): boolean =>
  value === null || value === undefined || typeof value === 'boolean' || Number.isFinite(value);
