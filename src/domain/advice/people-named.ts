import type { Coe } from '../coe/coe.ts';

/** The people this COE names as author, coach or owner, so that the checks recognise sentences about them. */
export const peopleNamedIn = (coe: Coe): string[] =>
  [...new Set([coe.author, coe.coach, ...coe.sections.actions.items.map(({ owner }) => owner)])]
    .map((name) => name.trim())
    .filter((name) => /^\p{Lu}/u.test(name) && name.length < 60);
