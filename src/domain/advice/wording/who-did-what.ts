import {
  AUXILIARIES,
  BEFALLS,
  BLAMED_TRAITS,
  BUNGLED,
  CARE,
  CAREFUL,
  CIRCUMSTANCES,
  DOCUMENTS,
  ERRED,
  HUMAN_ERRORS,
  IRREGULAR_PAST,
  TRAITS,
  WARNINGS,
} from './lexicon.ts';
import type { Predicate } from './predicates.ts';

const BUNGLED_BASES = new Set(BUNGLED.values());
const ERRED_BASES = new Set(ERRED.values());
const CARE_BASES = new Set(CARE.values());
const CIRCUMSTANCE_BASES = new Set(CIRCUMSTANCES.values());

const COPULA = /^(?:am|is|are|was|were|be|been|being)$/;
const HABITS_MISSED = new Set([
  'help',
  'helps',
  'listen',
  'care',
  'cares',
  'answer',
  'reply',
  'tell',
  'ask',
  'appreciate',
  'apologise',
  'apologize',
  'bother',
]);
const HABITS = new Set(['forget', 'ignore', 'complain', 'complains', 'blame', 'blames', 'lie', 'lies', 'let', 'lets']);
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
/** What only people do, so that any name before it is a person's. */
const DECIDES = /^(?:approv|sign|promis|agree|accept|decid|volunteer|forward)/;
/** Giving in, cutting corners and keeping quiet, as people alone do. The same verbs tell plain facts of other things. */
const SHORTCOMINGS: readonly RegExp[] = [
  /^(?:say|said) (?:yes|nothing|ok|okay)\b/,
  /^(?:tell|told) (?:no one|nobody)\b/,
  /^(?:keep|kept) (?:quiet|silent|(?:it|this|that) (?:to \w+sel(?:f|ves)|from (?!\w+ing\b))|(?:on )?(?:putting|postponing|delaying|avoiding|forgetting|ignoring|meaning|hoping))\b/,
  /^let (?:it|this|that|things|them) (?:slide|drift|go on|pass$)/,
  /^(?:give|gave) in(?:$| to\b| again\b)/,
  /^(?:go|went) along with (?:it|this|that|everything|what|(?:the|his|her|their) (?:decision|idea|plan|suggestion))\b/,
  /^(?:wave|nod|wav|nodd)ed? (?:\w+ ){1,3}through(?! (?:an?|at|her|his|into|my|our|the|their|to)\b)/,
  /^(?:brush|shrug)(?:g?ed)? (?:\w+ ){1,3}(?:aside|off|away)\b/,
  /^(?:click|swip|tapp)ed (?:\w+ ){1,3}away\b/,
  /^cut (?:\w+ )?(?:corners\b|corner$)/,
  /^(?:take|took) (?:an? |the )?(?:short ?cuts?|easy way(?: out)?)(?:$| again\b| to save\b)/,
  /^turned a blind eye\b/,
  /^looked (?:away|the other way)\b/,
  /^(?:snapped|shouted|yelled|swore|screamed) at\b/,
  /^jumped (?:to conclusions?|the (?:gun|queue|lights?))\b/,
  /^(?:hid|concealed) (?:(?:it|this|that)(?! (?:at|behind|in|on|under)\b)|(?:the|my|his|her|their|our) (?:bug|damage|delay|error|failure|fault|loss|mistake|problem|truth)s?\b)/,
  /^(?:think|thought) only of\b/,
];
/** What distracts whoever watches it, or plays it or with it. A screen that is watched may be one's work. */
const DISTRACTIONS: ReadonlyMap<string, RegExp> = new Map([
  ['watching', /\b(?:films?|football|movies?|netflix|phone|series|telly|television|tv|videos?|youtube)\b/],
  ['playing', /\b(?:cards|console|football|games?|mobile|phone|tablet)\b/],
]);
/** What is put off or avoided for being unpleasant. */
const UNPLEASANT =
  /\b(?:argument|bill|call|conflict|conversation|decision|dentist|doctor|form|issue|job|letter|meeting|problem|question|subject|talk|task|topic|visit|work)\b/;
/** Done a second time, these do harm. */
const ONCE = /^(?:gave|give|sent|send|paid|pay|booked|ordered|posted|charged|billed|invoiced|promised)$/;

const certain = ({ actor }: Predicate): boolean => actor === 'self' || actor === 'person';

/** Whether the subject is itself said to be somehow: "was careless", not "was sent". */
const isCopula = ({ before, verb, isNegated }: Predicate): boolean =>
  !isNegated && (COPULA.test(verb) || [...before].some((word) => COPULA.test(word)));

/** Whether somebody else acts on the subject, or the verb is in a mood that tells no fact. */
const isDone = ({ before }: Predicate): boolean =>
  ![...before].some(
    (word) => COPULA.test(word) || /^(?:can|could|may|might|must|shall|should|will|would|ought|ll|d)$/.test(word),
  );

/** Whether nothing but adverbs stands before the verb. */
const isBare = ({ before }: Predicate): boolean => ![...before].some((word) => AUXILIARIES.has(word) || word === 'not');

/** The first word that is the thing acted upon, after articles and adjectives: one of `wanted`, within five words. */
const isAbout = (rest: readonly string[], wanted: ReadonlySet<string>): boolean =>
  rest.slice(0, 5).some((word) => wanted.has(word));

/** "without asking", "without any review". */
const leftOut = (rest: readonly string[]): boolean =>
  rest.some((word, at) => word === 'without' && rest.slice(at + 1, at + 4).some((each) => NOT_DONE.has(each)));

/**
 * How many words after its verb make this predicate a reproach; null where it is none. Where the subject may be a thing,
 * only what people alone do is one.
 */
export function reproachIn(predicate: Predicate): number | null {
  const { actor, verb, rest, before, isNegated, isSupposed } = predicate;
  if (isSupposed) return null;
  if (actor === 'nobody') return nobodys(predicate);
  if (verb === 'bothered' || verb === 'bother' || verb === 'arsed') return isNegated ? 0 : null;
  if (isNegated) return omission(predicate);
  const trait = traitIn(predicate);
  if (trait !== null) return trait;
  if (!isDone(predicate)) return null;
  const [first = '', second = ''] = rest;
  if (verb === 'fail') {
    if (first !== 'to' || second === '') return null;
    return certain(predicate) || (CARE.has(second) && (second !== 'read' || isAbout(rest, DOCUMENTS))) ? 2 : null;
  }
  if (BUNGLED_BASES.has(verb)) return verb === 'lie' && first !== 'to' && first !== 'about' ? null : 1;
  if (/^(?:screw|mess|fuck|cock|foul|stuff)(?:ed|s|es)?$/.test(verb) && rest.slice(0, 3).includes('up'))
    return rest.indexOf('up') + 1;
  if (verb === 'drop' && rest.slice(0, 2).join(' ') === 'the ball') return 2;
  if (before.has('always') && actor === 'person' && HABITS.has(verb)) return 1;
  if (
    /^(?:know|knew)$/.test(verb) &&
    (/^(?:full|perfectly|very|only|damn) (?:\w+ )?well/.test(rest.join(' ')) || first === 'better')
  )
    return rest.includes('well') ? rest.indexOf('well') + 1 : 1;
  if (verb === 'forget') return forgotten(predicate);
  if (verb === 'neglect' || verb === 'omit')
    return first === 'to'
      ? 2
      : verb === 'neglect' && /^(?:the|his|her|their|our|my|it|all|every)$/.test(first)
        ? 2
        : null;
  if (verb === 'disregard') return 1;
  if (verb === 'overlook' && certain(predicate) && first !== '' && first !== 'nothing') return 1;
  if (verb === 'ignore' || verb === 'miss')
    return certain(predicate) && isAbout(rest.slice(0, 4), WARNINGS) ? placeOf(rest, WARNINGS) : null;
  if ((verb === 'sat' || verb === 'sit') && first === 'on' && isAbout(rest.slice(1), WARNINGS))
    return placeOf(rest, WARNINGS);
  if (!certain(predicate)) return null;
  if (verb === 'rush' && (first === '' || first === 'it' || first === 'the')) return 0;
  if (/^(?:ruined|wrecked|broke|break)$/.test(verb) || verb === 'break') return broken(predicate);
  if (actor === 'person' && leftOut(rest)) return Math.min(rest.length, rest.indexOf('without') + 3);
  if (
    verb === 'let' &&
    /^(?:me|us|him|her|them|everyone|everybody|(?:the|my|our) \w+) down(?! (?:gently|slowly|onto|into|from|to|on|the|by)\b)/.test(
      rest.join(' '),
    )
  )
    return rest.indexOf('down') + 1;
  if (
    /^(?:made|make|makes)$/.test(verb) &&
    /^(?!no )(?:an? )?(?:\w+ )?(?:big|huge|bad|grave|terrible|serious|stupid|silly|gross|massive|careless) (?:mistakes?|errors?|faults?|blunders?)/.test(
      rest.join(' '),
    )
  )
    return 3;
  if (
    actor === 'person' &&
    (before.has('just') || before.has('simply')) &&
    /^(?:muted|silenced|closed|dismissed|shrugged)$/.test(verb)
  )
    return verb === 'shrugged' ? 0 : alarmSilenced(rest);
  return null;
}

const placeOf = (rest: readonly string[], wanted: ReadonlySet<string>): number =>
  rest.findIndex((word) => wanted.has(word)) + 1;

/** A named or other person forgot to do something. A thing left behind is a mishap, unless it happened again. */
function forgotten({ rest, before }: Predicate): number | null {
  const [first = ''] = rest;
  if (first === 'to') return 2;
  if (/^(?:about|that|it|the|my)$/.test(first)) return 1;
  const isAgain = before.has('again') || before.has('always') || rest.slice(0, 4).includes('again');
  return /^(?:his|her|their|our)$/.test(first) && isAgain ? 2 : null;
}

const broken = ({ verb, rest }: Predicate): number | null => {
  const [first = ''] = rest;
  if (/^(?:production|prod|everything|it|staging)$/.test(first)) return 1;
  return verb !== 'break' && /^(?:the|our|my)$/.test(first) ? 2 : null;
};

/** An alarm was silenced, and not for a reason that follows. */
const alarmSilenced = (rest: readonly string[]): number | null => {
  const at = placeOf(rest.slice(0, 3), WARNINGS);
  return at === 0 || /^(?:as|for|during|after|once|when)$/.test(rest[at] ?? '') ? null : at;
};

function nobodys({ verb, rest }: Predicate): number | null {
  if (verb === 'bother' || verb === 'bothered') return 0;
  return /^(?:took|take|takes|taken|taking)$/.test(verb) && rest.slice(0, 5).includes('seriously')
    ? rest.indexOf('seriously') + 1
    : null;
}

/** What was not done, where not doing it is said as a reproach. */
function omission(predicate: Predicate): number | null {
  const { actor, verb, form, rest, before, after, isNamed, head } = predicate;
  const joined = rest.join(' ');
  if (/^(?:take|taking|took)$/.test(verb) && rest.slice(0, 5).includes('seriously'))
    return rest.indexOf('seriously') + 1;
  if (verb === 'be' && /^(?:bothered|arsed)/.test(joined)) return 1;
  if (/^(?:do|did)$/.test(verb) && /^(?:his|her|their|my|our) job/.test(joined)) return 2;
  if (
    (COPULA.test(verb) || [...before].some((word) => COPULA.test(word))) &&
    /^(?:thinking|paying attention|listening|watching|careful|bothered)/.test(
      [form, ...rest].filter((word) => !COPULA.test(word)).join(' '),
    )
  )
    return form === 'paying' ? 1 : 0;
  if ([...before].some((word) => COPULA.test(word))) return null;
  if (!certain(predicate)) return null;
  if (![...before].some((word) => /^(?:did|do|does|had|has|have|never)$/.test(word))) return null;
  if (/^(?:bother|care|think)$/.test(verb) || (verb === 'pay' && rest[0] === 'attention'))
    return verb === 'pay' ? 1 : 0;
  if (verb === 'double-check') return 0;
  if (actor === 'person' && before.has('never') && HABITS_MISSED.has(verb)) return 1;
  if (!CARE_BASES.has(verb)) return null;
  const isThird = isNamed || head === 'he' || head === 'she';
  return before.has('even') ||
    after === 'because' ||
    (isThird && !/^(?:answer|say|tell|call|remember|ring|try|report|think)$/.test(verb))
    ? 0
    : null;
}

function traitIn(predicate: Predicate): number | null {
  if (!isCopula(predicate)) return null;
  const { verb, form, rest } = predicate;
  const said = COPULA.test(verb) ? rest : [form, ...rest];
  const shift = COPULA.test(verb) ? 0 : 1;
  const at = said.slice(0, 3).findIndex((word) => BLAMED_TRAITS.has(word));
  if (at >= 0) return said[at + 1] === 'with' && said[at + 2] === 'praise' ? null : at + 1 - shift;
  if (said[0] === 'too' && said[1] === 'lazy') return 2 - shift;
  return certain(predicate) && /^(?:at fault|to blame)/.test(said.join(' ')) ? 2 - shift : null;
}

/** Whether the last answer of a branch of whys ends at this person: what they did, left undone or are. */
export function endsAtPerson(predicate: Predicate): boolean {
  if (predicate.isSupposed) return false;
  if (reproachIn(predicate) !== null) return true;
  const { actor, verb, form, rest, isNegated, before } = predicate;
  if (actor === 'nobody')
    return (
      isBare(predicate) &&
      !/^(?:own|need|want|agree|expect|use|known|told|be)$/.test(verb) &&
      !CIRCUMSTANCE_BASES.has(verb) &&
      !COPULA.test(verb)
    );
  if (isNegated) return leftUndone(predicate);
  if (isCopula(predicate)) return isSomehow(predicate);
  if (before.has('can') || before.has('could')) return false;
  if (!isDone(predicate)) return false;
  if (verb === 'put' && rest[0] !== undefined && rest.slice(0, 3).includes('off')) return true;
  if (isShortcoming(predicate)) return true;
  if (/^(?:promised|promise)$/.test(verb)) return /\b(?:keep|too much|before|without)\b/.test(rest.join(' '));
  if (HUMAN_ERRORS.has(verb)) return true;
  if (!certain(predicate))
    return /^(?:press|click|type)$/.test(verb)
      ? rest.includes('wrong')
      : /^(?:miss|ignore|overlook|disregard|misread)$/.test(verb) &&
          (isAbout(rest, WARNINGS) || (rest[0] === 'it' && predicate.head !== 'they' && !predicate.isNamed));
  // In the present, it is what one does as a rule; "did ignore" is past.
  if (ERRED_BASES.has(verb) && form === verb && !IRREGULAR_PAST.has(form) && !before.has('did')) return false;
  if (ERRED_BASES.has(verb)) return verb !== 'miss' || !/^(?:him|her|them|you|it very)/.test(rest.join(' '));
  const joined = rest.join(' ');
  if (CIRCUMSTANCE_BASES.has(verb) && !/^(?:got|get)$/.test(verb)) return false;
  return (
    /^(?:made|make) (?:an? )?(?:\w+ )?(?:mistake|error|slip)/.test(`${verb} ${joined}`) ||
    /^(?:gave|give) up/.test(`${verb} ${joined}`) ||
    /^(?:meant|intended) to/.test(`${verb} ${joined}`) ||
    /^left\b.*\b(?:open|on|off|running|lying|unlocked|unsigned|unread|behind|unattended|it|until)\b/.test(
      `${verb} ${joined}`,
    ) ||
    /^let\b.*\bslip/.test(`${verb} ${joined}`) ||
    /^took\b.*\b(?:for granted|for consent|word)\b/.test(`${verb} ${joined}`) ||
    /^get\b.*\b(?:wrong|mixed up|confused)\b/.test(`${verb} ${joined}`) ||
    rest.includes('wrong') ||
    (/^(?:avoid|duck|dodge|evade|shirk)(?:e?d)?$/.test(verb) && UNPLEASANT.test(joined)) ||
    (/^(?:postpone|delay)(?:e?d)?$/.test(verb) && UNPLEASANT.test(joined) && !rest.includes('until')) ||
    (ONCE.test(form) && rest.at(-1) === 'twice') ||
    (joined.endsWith('by mistake') && !/^(?:got|get|received?|had|have|saw|see|heard?)$/.test(verb)) ||
    / instead of /.test(` ${joined} `) ||
    /\btoo (?:early|fast|soon|quickly|much|little|hard|long|far|often)\b/.test(joined) ||
    leftOut(rest)
  );
}

/** Whether a person gave in, cut a corner or kept quiet, or decided without looking. */
function isShortcoming({ verb, form, rest, actor }: Predicate): boolean {
  const said = `${form} ${rest.join(' ')}`;
  if (SHORTCOMINGS.some((each) => each.test(said))) return true;
  return actor === 'either' && DECIDES.test(verb) && leftOut(rest);
}

function leftUndone(predicate: Predicate): boolean {
  const { actor, verb, form, rest, before, isNamed } = predicate;
  const isUsual = before.has('do') || before.has('does');
  // "We never deploy on Fridays" is a habit and "we never deployed it" is not.
  const isHabit = before.has('never') && !before.has('did') && !form.endsWith('ed') && !IRREGULAR_PAST.has(form);
  const isDid =
    (before.has('did') || (before.has('never') && !isHabit) || ((isUsual || isHabit) && CARE_BASES.has(verb))) &&
    !before.has('had');
  const said = [form, ...rest].filter((word) => !COPULA.test(word));
  if (certain(predicate) && (COPULA.test(verb) || [...before].some((word) => COPULA.test(word))))
    return said.slice(0, 2).some((word) => CAREFUL.has(word));
  if (before.has('can') || before.has('could'))
    return certain(predicate) && /^(?:say no|focus|concentrate|resist|help it|wait)/.test(said.join(' '));
  if (!isDid) return false;
  if (actor === 'either') return CARE_BASES.has(verb) && !/^(?:answer|report|reply|respect|try|call)$/.test(verb);
  if (verb === 'want') return rest[0] === 'to' && /^(?:look|ask|know|hear|read|see|wait)$/.test(rest[1] ?? '');
  if (verb === 'get') return /^(?:a?round to|it (?:done|right)|going)/.test(rest.join(' '));
  return !CIRCUMSTANCE_BASES.has(verb) && (!isNamed || verb !== 'recover');
}

function isSomehow(predicate: Predicate): boolean {
  if (!certain(predicate)) return TRAITS.has(lastWord(predicate));
  const { verb, form, rest } = predicate;
  const said = COPULA.test(verb) ? rest : [form, ...rest];
  const [first = '', second = ''] = said;
  if (
    /^(?:talking|chatting|gossiping|arguing|dreaming|daydreaming|dozing)$/.test(first) ||
    DISTRACTIONS.get(first)?.test(said.slice(1, 6).join(' ')) === true ||
    /^(?:listening to|(?:looking at|on) (?:my|his|her|their|our|the) (?:phone|mobile|tablet)s?|looking (?:away|elsewhere))\b/.test(
      said.join(' '),
    )
  )
    return true;
  if (/^(?:an?)$/.test(first) && /\bperson$/.test(said.join(' '))) return true;
  const at = said.findIndex((word) => word === 'too');
  if (at >= 0 && at < 3) return !BEFALLS.has(said[at + 1] ?? '') && (said[at + 1] ?? '') !== '';
  return (
    TRAITS.has(first) || ((first === 'so' || first.endsWith('ly')) && TRAITS.has(second)) || BLAMED_TRAITS.has(first)
  );
}

const lastWord = ({ verb, rest }: Predicate): string => rest.at(-1) ?? verb;
