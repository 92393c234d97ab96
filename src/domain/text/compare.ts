/** Compares ids, dates and instants, for sorting: by code units, the same on every computer. */
export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const NAMES = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Compares names and titles as people read them: without regard to case and accents, and 2 before 10. */
export const compareNames = (one: string, other: string): number => NAMES.compare(one, other);
