import { CARE } from './lexicon.ts';
import type { Predicate } from './predicates.ts';

/** The base forms of the verbs of care: to check, to read, to ask. */
export const CARE_BASES = new Set(CARE.values());

/** A form of *to be*. */
export const COPULA = /^(?:am|is|are|was|were|be|been|being)$/;

/** What stands after "without" when care was left out. */
const NOT_DONE = new Set([
  'asking',
  'checking',
  'looking',
  'reading',
  'telling',
  'testing',
  'thinking',
  'review',
  'approval',
  'permission',
  'tests',
  'waiting',
  'measuring',
  'counting',
  'weighing',
]);

/** Whether the subject is a person for certain, and not perhaps a thing. */
export const certain = ({ actor }: Predicate): boolean => actor === 'self' || actor === 'person';

/** Whether the subject is itself said to be somehow: "was careless", not "was sent". */
export const isCopula = ({ before, verb, isNegated }: Predicate): boolean =>
  !isNegated && (COPULA.test(verb) || [...before].some((word) => COPULA.test(word)));

/** Whether the subject itself did it: nobody else acts on it, and the verb tells a fact and no wish or duty. */
export const isDone = ({ before }: Predicate): boolean =>
  ![...before].some(
    (word) => COPULA.test(word) || /^(?:can|could|may|might|must|shall|should|will|would|ought|ll|d)$/.test(word),
  );

/** What a planner of queries or routes does all day. */
const PLANS =
  /^(?:assume|disregard|fail|forget|guess|hesitate|ignore|misjudge|miss|misread|neglect|omit|overestimate|overlook|type|underestimate)$/;

/** Whether a planner, who may be a program, did or left undone what one does. */
export const isProgramsPlan = ({ head, verb, isNegated }: Predicate): boolean =>
  /^planners?$/.test(head) && (isNegated || PLANS.test(verb));

/** Whether one of `wanted` is among the five words after the verb, where the thing acted upon stands. */
export const isAbout = (rest: readonly string[], wanted: ReadonlySet<string>): boolean =>
  rest.slice(0, 5).some((word) => wanted.has(word));

/** Whether care was left out: "without asking", "without any review". */
export const leftOut = (rest: readonly string[]): boolean =>
  rest.some(
    (word, at) =>
      word === 'without' &&
      // "Without so much as a review"
      rest.slice(at + 1, at + (rest[at + 1] === 'so' ? 7 : 4)).some((each) => NOT_DONE.has(each)),
  );
