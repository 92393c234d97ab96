/** Half of a surrogate pair. */
export const LONE_SURROGATE = /\p{Cs}/u;

/**
 * Canonical JSON (RFC 8785): no white space, keys in the order of their UTF-16 code units, numbers and strings as
 * JSON.stringify writes them. A key without a value is left out. Throws a TypeError for what JSON cannot hold: a number
 * that is not finite, a string with half of a surrogate pair, or a value of another type.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('JSON has no such number.');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    if (LONE_SURROGATE.test(value)) throw new TypeError('The string is not well-formed.');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value}.`);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([key, part]) => `${canonicalJson(key)}:${canonicalJson(part)}`);
  return `{${parts.join(',')}}`;
}
