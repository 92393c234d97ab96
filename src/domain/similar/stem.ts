/** English verbs whose past is another word. Only such whose forms do not begin with their stem. */
const OTHER_FORMS: Readonly<Record<string, readonly string[]>> = {
  break: ['broke', 'broken'],
  bring: ['brought'],
  choose: ['chose', 'chosen'],
  drive: ['drove'],
  feel: ['felt'],
  fall: ['fell'],
  find: ['found'],
  forget: ['forgot', 'forgotten'],
  keep: ['kept'],
  leave: ['left'],
  lend: ['lent'],
  lose: ['lost'],
  pay: ['paid'],
  send: ['sent'],
  sleep: ['slept', 'asleep'],
  speak: ['spoke', 'spoken'],
  spend: ['spent'],
  teach: ['taught'],
  tell: ['told'],
  think: ['thought'],
  wake: ['woke', 'woken'],
  write: ['wrote'],
};

/** Endings, with how much of a word must stand before each. The longer first. */
const ENDINGS: readonly (readonly [string, number])[] = [
  ['ment', 4],
  ['ness', 4],
  ['ing', 3],
  ['ion', 5],
  ['ed', 3],
  ['ly', 4],
  ['er', 5],
  ['or', 5],
  ['al', 5],
];

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries(OTHER_FORMS).flatMap(([verb, forms]) => forms.map((form) => [form, trim(verb)] as const)),
);
const FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(OTHER_FORMS).map(([verb, forms]) => [trim(verb), forms]),
);

/**
 * Brings the forms of an English word together: "expires", "expired" and "expiry" are one. What is not written in plain
 * Latin letters stays as it is, and in other languages little is lost: both sides are cut alike. Whatever comes of a
 * word is a beginning of it, irregular verbs apart.
 */
export function stemOf(token: string): string {
  if (token.length < 4 || !/^[a-z]+$/.test(token)) return token;
  return IRREGULAR.get(token) ?? trim(token);
}

/** The words of a stem that do not begin with it. */
export const otherFormsOf = (stem: string): readonly string[] => FORMS.get(stem) ?? [];

function trim(word: string): string {
  let stem = /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
  for (const [ending, least] of ENDINGS) {
    const rest = stem.slice(0, -ending.length);
    if (!stem.endsWith(ending) || rest.length < least || !/[aeiouy]/.test(rest)) continue;
    stem = rest;
    break;
  }
  if (stem.length > 3) stem = stem.replace(/(?:ie|[eiy])$/, '');
  return stem.length > 3 ? stem.replace(/([bcdfghjklmnpqrstvwxz])\1$/, '$1') : stem;
}
