import { knownNames, NOT_MEANT, wordingSentencesIn } from './find-wording.ts';
import { hindsightIn } from './judged-later.ts';
import { REPROACHES } from './phrases.ts';
import { predicatesIn } from './predicates.ts';
import { reproachIn } from './reproaches.ts';
import { HARSH } from './self-talk.ts';

/** A habit, which is told without contempt: "I always forget the key". */
const HABIT = /^I\s+(?:always|constantly|never)\s+(?:\w+\s+){0,2}?(?:forget|lose|miss)\b/i;

/**
 * Whether a text reproaches somebody other than its writer, puts what happened down to a fault of character, or is harsh
 * on the writer. What the writer did or forgot is told without that. `names` are those of the people involved.
 */
export function condemns(text: string, names: readonly string[]): boolean {
  const people = knownNames(names);
  return wordingSentencesIn(text).some(
    (sentence) =>
      [...REPROACHES, ...HARSH].some((phrase) => {
        const match = phrase.exec(sentence);
        return match !== null && !HABIT.test(match[0]) && !NOT_MEANT.test(sentence.slice(0, match.index));
      }) ||
      predicatesIn(sentence, people).some(
        (predicate) =>
          predicate.actor !== 'self' &&
          !NOT_MEANT.test(sentence.slice(0, predicate.start)) &&
          (reproachIn(predicate) !== null || hindsightIn(predicate) !== null),
      ),
  );
}
