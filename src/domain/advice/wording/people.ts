import { ACTORS, PERSON_WORDS } from './lexicon.ts';

const oneOf = (list: readonly string[]): string =>
  `(?:${list.toSorted((one, other) => other.length - one.length).join('|')})`;

/** The source of a pattern that matches one word for a person, in lower case. */
export const PERSON = oneOf([...PERSON_WORDS, 'no one']);

/** The same for somebody other than the writer, and not for nobody. */
export const THIRD_PERSON = oneOf(
  PERSON_WORDS.filter((word) => ACTORS.get(word) === 'person' || ACTORS.get(word) === 'either'),
);

/** What an attentive person does, after "would have" or "could have". */
export const PERCEIVED =
  '(?:seen|noticed|known|caught|realised|realized|spotted|found|avoided|prevented|checked|asked|read|looked|tested|told|called|rung|understood|guessed|foreseen|recognised|recognized|thought|done)';
