/**
 * Changes some parts of an object. Returns the object itself when each of them is the old one already, so that its
 * identity says whether anything changed.
 */
export const withParts = <Whole extends object>(whole: Whole, parts: Partial<Whole>): Whole =>
  (Object.keys(parts) as (keyof Whole)[]).every((key) => Object.is(whole[key], parts[key]))
    ? whole
    : { ...whole, ...parts };
