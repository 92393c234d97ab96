import type { Coe } from '../coe/coe.ts';
import { isGroupWord, namesIn, namesOf } from '../export/names-in.ts';
import { People } from '../export/people.ts';
import type { NameDecision } from './name-replacer.ts';

/**
 * A name that was found in what goes along, and how often it is written there in any form. `isPlace`: a country, or a
 * city that names a time zone, which usually stays.
 */
export type NameCandidate = { readonly name: string; readonly count: number; readonly isPlace: boolean };

/** Capitalised words in a row. */
const CAPITALISED = /\p{Lu}[\p{L}\p{M}'’-]*(?:[ \t]+\p{Lu}[\p{L}\p{M}'’-]*)*/gu;
/** What follows a word for people in a link, such as "anna" in `/people/anna`. */
const IN_LINK =
  /(?:\/(?:people|persons?|users?|u|profiles?|members?|staff|authors?|in)\/|\/[@~])([\p{L}][\p{L}\p{M}\p{N}._-]*)/giu;

/** Words that a dictionary knows with a capital only, and that name nobody. */
const CALENDAR_WORDS: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december english european internet'
  ).split(' '),
);

/** The capitalised words of a COE in lower case, each once, for asking a dictionary which of them are ordinary words. */
export const wordsToLookUp = (coe: Coe): string[] => [
  ...new Set(textsIn(coe).flatMap((text) => phrasesIn(text).flatMap((phrase) => phrase.map(({ lower }) => lower)))),
];

/**
 * The names in a COE, as it goes along: those in fields for people, email addresses, handles, people in links, and
 * capitalised words that are not ordinary ones. `isOrdinary` gets a word in lower case. Somebody who is named in full
 * and in part is one candidate. In the order of how often they are written.
 */
export function nameCandidates(coe: Coe, isOrdinary: (word: string) => boolean): NameCandidate[] {
  const texts = textsIn(coe);
  const inLinks = texts.flatMap((text) => [...text.matchAll(IN_LINK)].map(([, name = '']) => name));
  const inProse = texts.flatMap((text) => phrasesIn(text)).flatMap((phrase) => namesInPhrase(phrase, isOrdinary));
  const certain = new Set(
    [coe.author, coe.coach, ...coe.sections.actions.items.map(({ owner }) => owner)].flatMap(namesOf),
  );
  const isName = (name: string): boolean => {
    const lower = name.toLowerCase();
    return certain.has(name) || !(isOrdinary(lower) || CALENDAR_WORDS.has(lower.replace(/s$/, '')));
  };
  const found = [...namesIn(coe).filter(isName), ...inLinks, ...inProse];
  // Names in full come first, so that a part of one is no candidate of its own.
  const people = new People(null);
  const names = [...new Set(found)].toSorted((first, second) => wordCount(second) - wordCount(first));
  const own = names.filter((name) => {
    const before = people.count;
    people.add(name);
    return people.count > before;
  });
  return own
    .map((name) => ({ name, count: countOf(name, texts), isPlace: !certain.has(name) && isPlace(name) }))
    .filter(({ count }) => count > 0)
    .sort((first, second) => second.count - first.count || (first.name < second.name ? -1 : 1));
}

/**
 * Decisions for all candidates: those made before for the same reader, and a new pseudonym for everybody else. Places
 * stay. A pseudonym is never given to two people.
 */
export function withPseudonyms(candidates: readonly NameCandidate[], before: readonly NameDecision[]): NameDecision[] {
  const used = new Set(before.flatMap(({ pseudonym }) => pseudonym ?? []));
  let next = 0;
  const added = candidates
    .filter(({ name }) => !before.some((decision) => decision.name === name))
    .map(({ name, isPlace }): NameDecision => {
      if (isPlace) return { name, as: 'keep', pseudonym: null };
      while (used.has(pseudonymAt(next))) next += 1;
      used.add(pseudonymAt(next));
      return { name, as: 'pseudonym', pseudonym: pseudonymAt(next) };
    });
  return [...before, ...added];
}

/** Countries and cities that are first names as well. */
const ALSO_NAMES: ReadonlySet<string> = new Set(
  'adelaide chad georgia jordan santiago victoria israel monaco'.split(' '),
);

let places: ReadonlySet<string> | null = null;

/** Whether a name is that of a country or of a city or continent that names a time zone, in English. */
function isPlace(name: string): boolean {
  places ??= new Set([...zonePlaces(), ...countries()].map((place) => place.toLowerCase()));
  const lower = name.toLowerCase();
  return places.has(lower) && !ALSO_NAMES.has(lower);
}

const zonePlaces = (): string[] =>
  Intl.supportedValuesOf('timeZone').flatMap((zone) => zone.replaceAll('_', ' ').split('/'));

function countries(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
  return letters.flatMap((first) => letters.flatMap((second) => names.of(first + second) ?? []));
}

/** Person A, Person B … Person Z, Person AA and so on. */
const pseudonymAt = (index: number): string => `Person ${letters(index)}`;
const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCodePoint(65 + (index % 26));

type Word = { readonly text: string; readonly lower: string };

const phrasesIn = (text: string): Word[][] =>
  [...text.matchAll(CAPITALISED)].map(([phrase]) =>
    phrase.split(/[ \t]+/).map((word) => {
      const plain = word.replace(/['’]s?$/u, '').replace(/[-'’]+$/u, '');
      return { text: plain, lower: plain.toLowerCase() };
    }),
  );

/** The runs of words in a phrase that are not ordinary. */
function namesInPhrase(phrase: readonly Word[], isOrdinary: (word: string) => boolean): string[] {
  const names: string[] = [];
  let run: string[] = [];
  for (const word of [...phrase, null]) {
    if (word !== null && mayBeName(word, isOrdinary)) run.push(word.text);
    else {
      if (run.length > 0) names.push(run.join(' '));
      run = [];
    }
  }
  return names;
}

/** Abbreviations, and words with capitals inside such as PostgreSQL, are no names of people. */
const mayBeName = ({ text, lower }: Word, isOrdinary: (word: string) => boolean): boolean =>
  text.length > 1 &&
  !/^\p{Lu}{2,5}$/u.test(text) &&
  !/\p{Ll}\p{Lu}{2}|\p{Ll}\p{Lu}.*\p{Ll}\p{Lu}/u.test(text) &&
  !CALENDAR_WORDS.has(lower.replace(/s$/, '')) &&
  !isGroupWord(text) &&
  !isOrdinary(lower);

const wordCount = (name: string): number => name.split(/[\s._-]+/).length;

const MARK = '\uE000';
function countOf(name: string, texts: readonly string[]): number {
  const people = new People(null);
  people.set([{ name, pseudonym: MARK }]);
  // In an email address, the mark becomes nothing.
  return texts.reduce((sum, text) => {
    const replaced = people.replaceIn(text);
    return sum + Math.max(replaced.split(MARK).length - 1, replaced === text ? 0 : 1);
  }, 0);
}

/** Every text of the COE. Ids of closed lists are among them; they are in lower case and name nobody. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
