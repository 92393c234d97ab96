/** English irregular verbs, with the forms that do not begin with the stem of the verb. */
const IRREGULAR_FORMS: Readonly<Record<string, readonly string[]>> = {
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

/** Endings to strip, longer ones first, each with the number of letters that must remain. */
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

const STEM_OF_IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries(IRREGULAR_FORMS).flatMap(([verb, forms]) => forms.map((form) => [form, stripEndings(verb)] as const)),
);
const FORMS_OF_STEM: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(IRREGULAR_FORMS).map(([verb, forms]) => [stripEndings(verb), forms]),
);

/**
 * The stem of a folded word, which the forms of an English word share: "expires", "expired" and "expiry" have one stem.
 * Words of fewer than four letters, or with anything but a to z, are their own stem. Other languages in Latin script
 * are cut by the same rules, which does little harm since both sides are. Except for irregular verbs, a stem is always
 * a prefix of its word: the search index relies on that.
 */
export function stemOf(token: string): string {
  if (token.length < 4 || !/^[a-z]+$/.test(token)) return token;
  return STEM_OF_IRREGULAR.get(token) ?? stripEndings(token);
}

/** The irregular forms with this stem, which are not found by its prefix; empty for most stems. */
export const irregularFormsOf = (stem: string): readonly string[] => FORMS_OF_STEM.get(stem) ?? [];

function stripEndings(word: string): string {
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
