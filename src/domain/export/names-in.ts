import type { Coe } from '../coe/coe.ts';

/** Words for a group or for somebody unnamed. A name with one of them is not the name of a person. */
const GROUP_WORDS: ReadonlySet<string> = new Set(
  (
    'all anybody anyone board boss bosses buyers caller child children class client clients colleague colleagues company ' +
    'customer customers dad department dept developers devs everybody everyone engineering engineers family father ' +
    'finance folks friend friends group groups guest guests he her him hr husband i infra it kids legal management ' +
    'manager managers marketing me mother mum mom my myself nobody none nurse nurses on-call oncall operations ops other ' +
    'others our ourselves owner owners parents partner partners passengers patient patients people platform product ' +
    'provider qa readers rotation sales security self she sibling siblings sister brother somebody someone sre staff ' +
    'student students subscribers suppliers support tbd tba team teams teacher teachers tech tenants the them they ' +
    'unknown us user users vendor vendors visitors we whoever wife worker workers you shop eu us'
  ).split(' '),
);
/** Words before a place, not a person. */
const BEFORE_A_PLACE: ReadonlySet<string> = new Set(['in', 'at', 'from', 'near', 'across', 'around']);
/** Words that may follow the name of a person in the middle of a phrase. */
const AFTER_A_NAME: ReadonlySet<string> = new Set(['from', 'at', 'in', 'who', 'with', 'on', 'of', 'as']);

const HANDLE = /(?<![\p{L}\p{N}_.+-])@(\p{L}[\p{L}\p{M}\p{N}_.-]*)/gu;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const BETWEEN = /\s*(?:[,;/&+]|\band\b|\bund\b|\by\b|\bet\b|\([^)]*\))\s*/iu;

/**
 * The people named in a COE: author, coach, owners of actions, whoever was affected, helped or should hear, and
 * everyone after an @ sign or with an email address anywhere. Handles come without the @. A name may come several
 * times.
 */
export function namesIn(coe: Coe): string[] {
  const { customerImpact, mitigated, learned, actions } = coe.sections;
  const people = [coe.author, coe.coach, ...actions.items.flatMap((item) => [item.owner, item.proposedBy])].flatMap(
    namesOf,
  );
  const phrases = [...customerImpact.groups.map((group) => group.who), mitigated.helpers, learned.shouldHear];
  return [...people, ...phrases.flatMap(namesInPhrase), ...mentionsIn(coe)];
}

/** The names in a field for people. Words for a group and whole sentences are no names. */
export const namesOf = (text: string): string[] =>
  text
    .split(BETWEEN)
    .map((part) => part.trim().replace(/^@/u, ''))
    .filter((part) => {
      const words = wordsOf(part);
      return /\p{L}/u.test(part) && words.length <= 4 && !words.some(isGroupWord);
    });

/** The names in a phrase, such as "Lina" in "my daughter Lina and everyone in Berlin". */
const namesInPhrase = (text: string): string[] => text.split(BETWEEN).flatMap((part) => namesInPart(wordsOf(part)));

function namesInPart(words: readonly string[]): string[] {
  const names: string[] = [];
  for (let start = 0; start < words.length; start += 1) {
    if (!mayBeName(words[start])) continue;
    let end = start;
    while (end < words.length && mayBeName(words[end])) end += 1;
    const [before, after] = [words[start - 1]?.toLowerCase() ?? '', words[end]?.toLowerCase() ?? ''];
    const isInPhrase = start === 0 ? end === words.length || AFTER_A_NAME.has(after) : !BEFORE_A_PLACE.has(before);
    if (isInPhrase && end - start <= 3) names.push(words.slice(start, end).join(' '));
    start = end;
  }
  return names;
}

/** Whether a word is capitalised as names are. Abbreviations and words for groups are not names. */
const mayBeName = (word: string | undefined): boolean =>
  word !== undefined && /^\p{Lu}/u.test(word) && !/^\p{Lu}{2,4}$/u.test(word) && !isGroupWord(word);

/** Whether a word stands for a group or for somebody unnamed. */
export const isGroupWord = (word: string): boolean => GROUP_WORDS.has(word.toLowerCase().replace(/['’]s$/u, ''));

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

function mentionsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [...value.matchAll(HANDLE)]
      .map((found) => (found[1] ?? '').replace(/[.-]+$/u, ''))
      .concat([...value.matchAll(EMAIL)].map((found) => found[0]));
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(mentionsIn) : [];
}
