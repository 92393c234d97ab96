import {
  type Actor,
  ACTORS,
  ADVERBS,
  AUXILIARIES,
  BUNGLED,
  CARE,
  CIRCUMSTANCES,
  CONJUNCTIONS,
  DETERMINERS,
  ERRED,
  GIVEN_NAMES,
  IRREGULAR_PAST,
  PREPOSITIONS,
  SUPPOSING,
} from './lexicon.ts';

/** What a person, or something that may be one, does in a sentence. */
export type Predicate = {
  readonly actor: Actor;
  /** The head of the subject, in lower case: `i`, `engineer`, a name. */
  readonly head: string;
  /** Whether a name is the subject. */
  readonly isNamed: boolean;
  /** Whether nobody in particular is meant: "a manager". */
  readonly isIndefinite: boolean;
  /** The auxiliaries and adverbs before the verb, in lower case. */
  readonly before: ReadonlySet<string>;
  readonly isNegated: boolean;
  /** The base of the verb where it is known, otherwise the word itself. */
  readonly verb: string;
  /** The verb as it stands there, in lower case. */
  readonly form: string;
  /** The words after the verb in the same clause, in lower case. */
  readonly rest: readonly string[];
  /** Whether the words before it are a mere supposition, or nothing at all. */
  readonly isSupposed: boolean;
  readonly isFirst: boolean;
  /** The word before the subject; empty at the beginning. */
  readonly after: string;
  /** The text from the subject to so many words after the verb. */
  readonly quote: (words: number) => string;
  /** Where the subject begins in the sentence. */
  readonly start: number;
};

type Token = { readonly word: string; readonly isCapital: boolean; readonly start: number; readonly end: number };

const TOKEN = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*|[,()–—/]/gu;
/** More words than this are no sentence to read. */
const MOST_TOKENS = 400;
const MOST_REST = 14;
const MOST_BEFORE = 6;

/** The predicates of people in a sentence. `names` are in lower case and known to be of people. */
export function predicatesIn(sentence: string, names: ReadonlySet<string>): Predicate[] {
  const tokens = tokensOf(sentence);
  return tokens.flatMap((_, at) => {
    const subject = subjectAt(tokens, at, names);
    return subject === null ? [] : predicatesOf(sentence, tokens, subject);
  });
}

type Subject = {
  readonly actor: Actor;
  readonly head: string;
  readonly isNamed: boolean;
  readonly from: number;
  readonly next: number;
};

function tokensOf(sentence: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: text, index } of sentence.matchAll(TOKEN)) {
    if (tokens.length >= MOST_TOKENS) break;
    const isCapital = /^\p{Lu}/u.test(text);
    for (const word of expanded(text.toLowerCase().replaceAll('’', "'")))
      tokens.push({ word, isCapital, start: index, end: index + text.length });
  }
  return tokens.filter((_, at) => !isAside(tokens, at));
}

const ASIDES = new Set(['as usual', 'as always', 'as ever', 'once again', 'yet again', 'of course', 'again']);

/** Whether a word, or a comma beside it, belongs to an aside that parts a subject from its verb: ", as usual,". */
function isAside(tokens: readonly Token[], at: number): boolean {
  return [1, 2].some((length) =>
    Array.from({ length: length + 2 }, (_, place) => at - place).some(
      (start) =>
        tokens[start]?.word === ',' &&
        tokens[start + length + 1]?.word === ',' &&
        ASIDES.has(
          tokens
            .slice(start + 1, start + 1 + length)
            .map(({ word }) => word)
            .join(' '),
        ),
    ),
  );
}

/** A contraction as the words it stands for. */
function expanded(word: string): string[] {
  if (word === 'cannot' || word === "can't") return ['can', 'not'];
  if (word === "won't") return ['will', 'not'];
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  const [, stem, end] = /^(.+)'(ve|m|re|ll|d)$/.exec(word) ?? [];
  if (stem === undefined || end === undefined) return [word];
  return [stem, { ve: 'have', m: 'am', re: 'are' }[end] ?? end];
}

const isBoundary = (word: string): boolean => /^[,()–—/]$/.test(word) || CONJUNCTIONS.has(word);

/** The subject whose head is the word at this place; null if there is none. */
function subjectAt(tokens: readonly Token[], at: number, names: ReadonlySet<string>): Subject | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const { word, isCapital } = token;
  const isNoOne = word === 'no' && tokens[at + 1]?.word === 'one';
  if (isNoOne) return within(tokens, { actor: 'nobody', head: 'nobody', isNamed: false, from: at, next: at + 2 });
  const isNamed = (isCapital && GIVEN_NAMES.has(word)) || names.has(word);
  if (isNamed) {
    const surname = tokens[at + 1];
    const next = surname?.isCapital === true && !AUXILIARIES.has(surname.word) ? at + 2 : at + 1;
    return within(tokens, { actor: 'person', head: word, isNamed, from: at, next });
  }
  const actor = ACTORS.get(word);
  // At the beginning, any word may be a name; its verb decides.
  if (actor === undefined && at === 0 && isCapital && !DETERMINERS.has(word) && !isBefore(word) && !isBoundary(word))
    return { actor: 'either', head: word, isNamed: true, from: 0, next: 1 };
  if (actor === undefined) return null;
  const isNoun = !/^(?:i|we|he|she|they|you|whoever|(?:some|any|no|every)(?:one|body))$/.test(word);
  const from = isNoun ? beginningOf(tokens, at) : at;
  return from === null ? null : within(tokens, { actor, head: word, isNamed: false, from, next: at + 1 });
}

/** Where the noun phrase that ends at this place begins; null where the noun stands within another phrase. */
function beginningOf(tokens: readonly Token[], at: number): number | null {
  for (let place = at - 1; place >= Math.max(0, at - 4); place -= 1) {
    const word = tokens[place]?.word ?? '';
    if (DETERMINERS.has(word) || word.endsWith("'s")) return place;
    if (isBoundary(word)) return place + 1;
    if (PREPOSITIONS.has(word) || AUXILIARIES.has(word)) return null;
  }
  return at <= 4 ? 0 : null;
}

const QUANTITY = /^(?:one|two|three|four|five|some|many|most|all|none|both|any|several|half)$/;

/** The subject, unless it belongs to a phrase such as "of the manager". */
function within(tokens: readonly Token[], subject: Subject): Subject | null {
  const before = tokens[subject.from - 1]?.word ?? '';
  // "One of the engineers"
  if (before === 'of' && QUANTITY.test(tokens[subject.from - 2]?.word ?? '')) return subject;
  return PREPOSITIONS.has(before) && before !== 'before' && before !== 'after' && before !== 'until' && before !== 'as'
    ? null
    : subject;
}

const isVerb = ({ word, isCapital }: Token): boolean =>
  !isCapital && (known(word) !== undefined || IRREGULAR_PAST.has(word) || /[^e]ed$/.test(word));

const known = (word: string): string | undefined =>
  (word === 'failed' || word === 'fails' || word === 'fail' ? 'fail' : undefined) ??
  BUNGLED.get(word) ??
  ERRED.get(word) ??
  CARE.get(word) ??
  CIRCUMSTANCES.get(word);

const isModal = (before: ReadonlySet<string>): boolean =>
  [...before].some((word) => /^(?:can|could|may|might|must|should|will|would|ought)$/.test(word));

const isBefore = (word: string): boolean =>
  ADVERBS.has(word) || AUXILIARIES.has(word) || word === 'not' || /..ly$/.test(word);

/** Done by people and machines every day; as a second verb it says nothing: "I opened the page and pressed the button". */
const EVERYDAY = /^(?:break|click|delete|drop|freeze|press|rely|trust|type)$/;
const BUNGLED_BASES: ReadonlySet<string> = new Set(BUNGLED.values());

function predicatesOf(sentence: string, tokens: readonly Token[], subject: Subject): Predicate[] {
  const place = afterPhrase(tokens, subject);
  const first = readAt(sentence, tokens, subject, place);
  if (first === null) return [];
  const found = [first.predicate];
  // "Whoever wrote it was not thinking": the clause ends before the verb.
  if (subject.head === 'whoever' || tokens[subject.next]?.word === 'who') {
    for (let at = first.next; at < Math.min(tokens.length, first.next + MOST_REST); at += 1) {
      const main = AUXILIARIES.has(tokens[at]?.word ?? '') ? readAt(sentence, tokens, subject, at) : null;
      if (main === null) continue;
      found.push(main.predicate);
      break;
    }
  }
  // "He saw it and forgot to write it down": a second verb has the same subject.
  for (let at = first.next; at < Math.min(tokens.length - 1, first.next + MOST_REST); at += 1) {
    if (tokens[at]?.word === ',' || !/^(?:and|but|or|then)$/.test(tokens[at]?.word ?? '')) continue;
    const more = readAt(sentence, tokens, subject, tokens[at + 1]?.word === 'then' ? at + 2 : at + 1, true);
    if (more !== null && isFurther(more.predicate)) found.push(more.predicate);
  }
  return found;
}

/** Whether what stands after "and" is a verb that tells what was done or left undone, and no noun. */
function isFurther({ verb, form, before, isNegated, rest }: Predicate): boolean {
  if (isNegated || BUNGLED_BASES.has(verb) || verb === 'fail') return true;
  if (!form.endsWith('ed') && !IRREGULAR_PAST.has(form)) return false;
  return before.size === 0 && (!EVERYDAY.test(verb) || rest.includes('wrong') || rest.includes('away'));
}

/** Skips what belongs to the subject: "on call", "of the night shift", "who". */
function afterPhrase(tokens: readonly Token[], { head, next }: Subject): number {
  if (/^(?:i|we|he|she|they)$/.test(head)) return next;
  const word = tokens[next]?.word ?? '';
  if (word === 'who') return next + 1;
  if (!/^(?:on|of|from|at|in|with|for)$/.test(word)) return next;
  for (let place = next + 2; place <= next + 5; place += 1) {
    const token = tokens[place];
    if (token === undefined || isBoundary(token.word)) return next;
    if (AUXILIARIES.has(token.word) || isVerb(token) || token.word === 'never') return place;
  }
  return next;
}

/** The word before, without adverbs: "did" or "not" in "did not even do". Empty at the beginning. */
function wordBefore(tokens: readonly Token[], at: number): string {
  const isAdverb = ({ word }: Token): boolean => /ly$|^(?:even|really|always|just|ever|also|still)$/.test(word);
  return tokens.slice(0, at).findLast((token) => !isAdverb(token))?.word ?? '';
}

function readAt(
  sentence: string,
  tokens: readonly Token[],
  subject: Subject,
  place: number,
  isSecond = false,
): { predicate: Predicate; next: number } | null {
  const before = new Set<string>();
  let at = place;
  for (; at - place < MOST_BEFORE; at += 1) {
    const word = tokens[at]?.word ?? '';
    const isMain =
      /^(?:do|have)$/.test(word) && /^(?:do|does|did|not|never)$/.test(wordBefore(tokens, at)) && !isModal(before);
    const isObliged = word === 'to' && /^(?:had|has|have|ought)$/.test(tokens[at - 1]?.word ?? '');
    const isEither =
      word === 'and' && AUXILIARIES.has(tokens[at - 1]?.word ?? '') && AUXILIARIES.has(tokens[at + 1]?.word ?? '');
    if (isMain || !(isObliged || isEither || isBefore(word))) break;
    before.add(word);
  }
  // "We had a list": what could have been an auxiliary is the verb.
  const last = tokens[at - 1]?.word ?? '';
  if (at > place && /^(?:have|had|has)$/.test(last) && DETERMINERS.has(tokens[at]?.word ?? '')) at -= 1;
  const verb = tokens[at];
  if (verb === undefined || isBoundary(verb.word)) return null;
  const isPronoun = /^(?:i|we|he|she|they|you)$/.test(subject.head);
  // A help is also a thing, but not after "never".
  const isHelping = before.has('never') && /^helps?$/.test(verb.word);
  if (!isPronoun && ![...before].some((word) => AUXILIARIES.has(word)) && !isVerb(verb) && !isHelping) return null;
  const rest: string[] = [];
  for (let place2 = at + 1; place2 < tokens.length && rest.length < MOST_REST; place2 += 1) {
    const word = tokens[place2]?.word ?? '';
    if (/^[,()–—]$/.test(word)) break;
    rest.push(word);
  }
  const after = tokens[subject.from - 1]?.word ?? '';
  const start = tokens[isSecond ? place : subject.from]?.start ?? 0;
  return {
    next: at + 1,
    predicate: {
      actor: subject.actor,
      head: subject.head,
      isNamed: subject.isNamed,
      isIndefinite: /^an?$/.test(tokens[subject.from]?.word ?? ''),
      before,
      isNegated: before.has('not') || before.has('never'),
      verb: known(verb.word) ?? verb.word,
      form: verb.word,
      rest,
      isSupposed: SUPPOSING.has(after),
      isFirst: subject.from === 0 || (subject.from === 1 && after === 'because'),
      after,
      start,
      quote: (count) => sentence.slice(start, tokens[Math.min(tokens.length - 1, at + count)]?.end),
    },
  };
}
