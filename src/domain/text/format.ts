const NUMBER = new Intl.NumberFormat('en');

/** A number with a comma between thousands: `1,204`. */
export const formatNumber = (number: number): string => NUMBER.format(number);

/**
 * The form of a word that goes with a count: `plural(2, 'is', 'are')` is `are`. `many` is `one` with an s by default.
 */
export const plural = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many);

/** A count with its noun: `1 COE`, `1,204 COEs`. `many` is `one` with an s by default. */
export const quantity = (count: number, one: string, many?: string): string =>
  `${formatNumber(count)} ${plural(count, one, many)}`;

/** A list within a sentence: `a`, `a and b`, `a, b and c`; empty without items. */
export const joinList = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** The same text with its first letter in lower case, for a label within a sentence. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The same text with its first letter in upper case, to start a sentence. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The longest text that stands whole as a name, in characters. */
const MAX_NAME = 60;

/** A text as the name of what says it: on one line, and a long one cut between words, with ` …` at its end. */
export function shorten(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length <= MAX_NAME ? line : `${line.slice(0, MAX_NAME).replace(/\s\S*$/, '')} …`;
}

const SIZE = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const UNITS = ['bytes', 'kB', 'MB', 'GB'];

/** A size in steps of 1000, with one decimal below ten: `830 kB`, `1.2 GB`. */
export function formatBytes(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size < 10 && unit > 0 ? SIZE.format(size) : formatNumber(Math.round(size))} ${UNITS[unit] ?? ''}`;
}

const ORDINAL = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };

/** The place in a sequence: `1st`, `12th`. */
export const ordinal = (number: number): string => `${formatNumber(number)}${ENDINGS[ORDINAL.select(number)] ?? 'th'}`;

/** A label and what belongs to it: "Due: choose a date"; after a question "When was it? Choose a date". */
export const labelled = (label: string, what: string): string =>
  label.endsWith('?') ? `${label} ${upperFirst(what)}` : `${label}: ${what}`;
