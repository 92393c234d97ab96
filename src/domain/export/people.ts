import { fold } from '../search/fold.ts';

/**
 * A name is compared without case and accents, and without what stands between its words: "anna.schmidt" is
 * "Ánna Schmidt".
 */
const keyOf = (words: readonly string[]): string => fold(words.join(' '));

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** An email address, or an address that is a link: with a scheme, or in the parentheses of a Markdown link. */
const ADDRESS = new RegExp(`(${EMAIL.source}|[A-Za-z][A-Za-z0-9+.-]*://[^\\s<>"')\\]]+|(?<=\\]\\(<?)[^\\s)>]+)`, 'gu');
/** What may stand between two words of one name. */
const JOINT = /^[ \t.'’_-]{1,3}$/;
/** Writing without spaces between words, where a name is found within a longer run of letters. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
const MOST_WORDS = 4;

/** First names that are also words. They count as names only where they are capitalised. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  (
    'will may mark rose grace hope faith joy bill sue jack frank art pat rob drew dawn gene grant guy harry iris ivy ' +
    'josh june april august jean ken lance lee max miles nick olive pearl penny pierce rich rusty ruby sandy sky stew ' +
    'summer autumn ted tim victor violet ward wade chase chance chip cliff dean dale earl eve ray reed basil angel art ' +
    'bob buck crystal daisy amber ginger hazel heather holly jade lily melody misty robin sage skip tad trace young ' +
    'king page hall long short small white black green brown gray grey wood stone hill cook baker price case day best ' +
    'bell ball banks field fields ford fox french glass gold good hand hardy house hunt law love major park rice read ' +
    'rivers root sharp snow street sweet walls waters west north east south wise wolf works set and an the a on in do'
  ).split(' '),
);

/** The people named in texts that leave together, each with one pseudonym. */
export class People {
  /** By key. Null for a name that stays as it is. */
  readonly #pseudonyms = new Map<string, string | null>();
  readonly #unspaced = new Map<string, string>();
  readonly #replaced = new Set<string>();
  readonly #unknownEmail: string | null;
  #count = 0;

  /** `unknownEmail` is the pseudonym for email addresses of people who were not added; null leaves them as they are. */
  constructor(unknownEmail: string | null = 'Person') {
    this.#unknownEmail = unknownEmail;
  }

  /** The number of different people. */
  get count(): number {
    return this.#count;
  }

  /** The pseudonyms that were put into texts so far. */
  get replaced(): ReadonlySet<string> {
    return this.#replaced;
  }

  /** Adds a person by a name, a handle or an email address. A name that is known, in full or in part, adds nobody. */
  add(name: string): void {
    const words = nameWords(name);
    const key = keyOf(words);
    if (!/\p{L}/u.test(key)) return;
    this.#learnParts(name, words, this.#pseudonyms.get(key) ?? this.#next());
  }

  /**
   * Adds names with what replaces them; null lets a name stay. A name in full takes precedence over the same words as a
   * part of another name.
   */
  set(names: readonly { readonly name: string; readonly pseudonym: string | null }[]): void {
    for (const { name, pseudonym } of names) this.#learn(nameWords(name), pseudonym);
    for (const { name, pseudonym } of names) if (pseudonym !== null) this.#learnParts(name, nameWords(name), pseudonym);
  }

  #learnParts(name: string, words: readonly string[], pseudonym: string): void {
    this.#learn(words, pseudonym);
    if (words.length < 2) return;
    const [first = '', last = ''] = [words[0], words.at(-1)];
    this.#learn([words.join('')], pseudonym);
    this.#learn([`${first.charAt(0)}${last}`], pseudonym);
    this.#learn([first.charAt(0), last], pseudonym);
    const isLower = name === name.toLowerCase();
    for (const word of words) {
      // "von" in "Anna von Berg" is no name of its own.
      if (word.length > 1 && (isLower || /^[^\p{Ll}]/u.test(word))) this.#learn([word], pseudonym);
    }
  }

  /** The text with every name replaced, also in links. An email address becomes one that cannot exist. */
  replaceIn(text: string): string {
    if (this.#pseudonyms.size === 0) return text;
    const spaced = text
      .split(ADDRESS)
      .map((part, index) =>
        index % 2 === 0 ? this.#replaceWords(part) : isEmail(part) ? this.#replaceEmail(part) : this.#replaceLink(part),
      )
      .join('');
    let replaced = spaced;
    for (const [name, pseudonym] of this.#unspaced) {
      if (!replaced.includes(name)) continue;
      this.#replaced.add(pseudonym);
      replaced = replaced.replaceAll(name, pseudonym);
    }
    return replaced;
  }

  #replaceEmail(address: string): string {
    const known = this.#pseudonyms.get(keyOf(nameWords(address)));
    if (known === null) return address;
    const pseudonym = known ?? this.#unknownEmail;
    if (pseudonym === null) return address;
    if (known !== undefined) this.#replaced.add(known);
    return `${slugOf(pseudonym)}@example.invalid`;
  }

  /** Replaces names in a link, percent-encoded ones too, by words that are valid in one. */
  #replaceLink(link: string): string {
    const plain = decoded(link);
    const mailed = plain.replace(EMAIL, (address) => this.#replaceEmail(address));
    const replaced = this.#replaceWords(mailed, slugOf);
    return replaced === plain ? link : encodeURI(replaced);
  }

  #replaceWords(text: string, written = (pseudonym: string): string => pseudonym): string {
    const words = wordsOf(text);
    let replaced = '';
    let from = 0;
    for (let index = 0; index < words.length; index += 1) {
      const found = this.#longestAt(text, words, index);
      const [start, last] = [words[index]?.start ?? 0, words[index + (found?.words ?? 1) - 1]];
      if (found === null || last === undefined) continue;
      index += found.words - 1;
      if (found.pseudonym === null) continue;
      this.#replaced.add(found.pseudonym);
      const isHandle = text.charAt(start - 1) === '@';
      replaced += text.slice(from, isHandle ? start - 1 : start) + written(found.pseudonym);
      from = last.start + last.text.length;
    }
    return replaced + text.slice(from);
  }

  /** The longest name that begins at a word; null if none does. */
  #longestAt(text: string, words: readonly Word[], index: number): { words: number; pseudonym: string | null } | null {
    for (let length = Math.min(MOST_WORDS, words.length - index); length > 0; length -= 1) {
      const part = words.slice(index, index + length);
      const pseudonym = this.#pseudonyms.get(keyOf(part.map((word) => word.text)));
      if (pseudonym === undefined || !part.every((word, at) => at === 0 || isJoined(text, part[at - 1], word)))
        continue;
      const alone = length === 1 ? (part[0]?.text ?? '') : '';
      if (alone !== '' && text.charAt((part[0]?.start ?? 0) - 1) !== '@' && isOnlyAWord(alone)) continue;
      return { words: length, pseudonym };
    }
    return null;
  }

  #learn(words: readonly string[], pseudonym: string | null): void {
    const key = keyOf(words);
    // "7" in "Unit 7" is no name.
    if (!/\p{L}/u.test(key)) return;
    if (!this.#pseudonyms.has(key)) this.#pseudonyms.set(key, pseudonym);
    const whole = words.join('');
    if (pseudonym === null || whole.length < 2 || !UNSPACED.test(whole) || this.#unspaced.has(whole)) return;
    this.#unspaced.set(whole, pseudonym);
  }

  #next(): string {
    this.#count += 1;
    return `Person ${lettersOf(this.#count - 1)}`;
  }
}

type Word = { readonly text: string; readonly start: number };

/** The words of a name; of an email address, those before the @ sign. */
const nameWords = (name: string): string[] => wordsOf(name.replace(/(?<=.)@.*$/u, '')).map(({ text }) => text);

const isEmail = (text: string): boolean => new RegExp(`^${EMAIL.source}$`, 'u').test(text);

/** A pseudonym as a word of an address. */
const slugOf = (pseudonym: string): string =>
  pseudonym
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

function decoded(link: string): string {
  try {
    return decodeURI(link);
  } catch {
    return link; // a percent sign that encodes nothing
  }
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((found) => ({ text: found[0], start: found.index }));

const isJoined = (text: string, before: Word | undefined, word: Word): boolean =>
  before !== undefined && JOINT.test(text.slice(before.start + before.text.length, word.start));

const isOnlyAWord = (text: string): boolean =>
  text === text.toLowerCase() && (ALSO_WORDS.has(text) || text.length === 1);

/** A, B … Z, AA, AB and so on. */
function lettersOf(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}
