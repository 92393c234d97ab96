const NUMBER = new Intl.NumberFormat('en');

/** A number with a comma between thousands: `1,204`. */
export const formatNumber = (number: number): string => NUMBER.format(number);

/** The form of a word that goes with a count: `plural(2, 'is', 'are')` is `are`. `many` is `one` with an s by default. */
export const plural = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many);

/** A count with its noun: `1 COE`, `1,204 COEs`. `many` is `one` with an s by default. */
export const quantity = (count: number, one: string, many?: string): string =>
  `${formatNumber(count)} ${plural(count, one, many)}`;

/** A list within a sentence: `a`, `a and b`, `a, b and c`; empty without items. */
export const joinList = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** The same text with its first letter in lower case, for a label within a sentence. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
