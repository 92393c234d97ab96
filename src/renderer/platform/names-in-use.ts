import { asName, namesIn } from '#domain/spelling/names-in.ts';

let names: ReadonlySet<string> = new Set();

/** Takes the names in these texts of the open COE as names, which the spell check accepts in its other texts. */
export function setNamesInUse(texts: readonly string[]): void {
  names = namesIn(texts);
}

/** Whether a word is a name in the open COE. */
export const isNameInUse = (word: string): boolean => names.has(asName(word));
