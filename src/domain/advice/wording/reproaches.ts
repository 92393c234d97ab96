import { BLAMED_TRAITS, BUNGLED, CARE, CHILDREN, DOCUMENTS, WARNINGS } from './lexicon.ts';
import { COPULA, CARE_BASES, certain, isCopula, isDone, isAbout, isProgramsPlan, leftOut } from './predicate-facts.ts';
import type { Predicate } from './predicates.ts';

const BUNGLED_BASES = new Set(BUNGLED.values());

const HABITS_MISSED = new Set([
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

/** After "never helps": whom, and no task that is somebody else’s or reason that follows. */
const NEVER_HELPS =
  /^(?:out|at all|around the house|with anything|(?:me|us|him|her|them|anyone|anybody)(?: out| at all| with anything)?)?(?:$| (?:and|but|when)\b)/;

/** Who was cheated. Things are screwed, too: to a frame, down, back on. */
const CHEATED =
  /^(?:(?:me|us|him|her|everyone|everybody)(?:$| (?:again|and|badly|but|by|on|out of|over|royally)\b)|them over$)/;

/** Giving others the work or the blame, cutting corners and keeping quiet: a reproach of whoever else did it. */
const LET_OTHERS_PAY: readonly RegExp[] = [
  /^(?:keep|keeps|kept) (?:quiet|silent) about (?:it|that|this|(?:her|his|the|their) (?:bug|damage|delay|error|failure|fault|leak|loss|mistake|problem))\b/,
  /^cuts? corners\b(?! off\b)/,
  /^turn(?:ed|s) a blind eye\b/,
  /^look(?:ed|s) the other way(?=$| (?:again|and|for)\b)/,
  /^(?:brush|fobb?|shrugg?)(?:ed|es|s) (?:her|him|me|them|us|(?:my|our) \w+) (?:aside|off)\b/,
];
/** The same of groups and of roles that name things, too: no machine does it. */
const BLAMES =
  /^blam(?:ed|es) (?:everyone else\b|it on (?:me|us)\b|(?:me|us) for (?:everything|it|(?:her|his|their) own)\b)/;
/** Work that others get: "left the mess for us". */
const LEFT_TO_OTHERS =
  /^(?:all )?(?:his|her|the|their|this) (?:\w+ ){0,2}?(?:chaos|dishes|mess|rubbish) for (?:everyone else|me|others|the (?:next|rest)|us)\b|^(?:all|everything|it) (?:\w+ ){0,3}?for (?:me|others|us) to (?:clean|clear|fix|mop|sort|tidy)\b|^(?:me|us) (?:hanging|in the lurch)\b/;
/** Whom, or whose words, somebody ignored. */
const UNHEEDED =
  /^(?:(?:everyone|everybody|her|him|me|them|us)(?:$| (?:again|and|completely|when)\b)|(?:everything|what) (?:he|I|i|she|they|we)\b)/;
/** After "refused to": what only people do, and what one expects of those who are people for certain. */
const EXPECTED = /^(?:admit|apologi[sz]e|cooperate|help|listen)$/;
const EXPECTED_OF_PERSONS = /^(?:ask|check|hear|look|read)$/;
/** After "would not": nobody was heard or helped. */
const UNHEARD =
  /^(?:budge|hear|help|listen)(?:$| (?:and|at all|but|either|me|us|when)\b| to (?:anyone|her|him|me|reason|them|us)\b)/;

/** Groups that hold no real wheel. */
const AT_NO_WHEEL =
  /^(?:board|company|council|finance|firm|hr|legal|management|marketing|operations|ops|payroll|procurement|sales|support|team)$/;
/** What a person is said to be asleep in who holds no real wheel either. */
const WITHOUT_WHEEL =
  / (?:during|in|throughout) (?:the|our|my|his|her|their) (?:\w+ )?(?:audit|ceremony|handover|meeting|migration|release|review|rollout|vows)\b/;
/** Nothing, or people, in "couldn’t care less". */
const UNCARED = /^less(?:$| (?:and|but)\b| about (?:anyone|anybody|me|us|him|her|them)\b)/;

/**
 * How many words after its verb make this predicate a reproach; null where it is none. Where the subject may be a thing,
 * only what people alone do is one.
 */
export function reproachIn(predicate: Predicate): number | null {
  const { actor, verb, rest, before, isNegated, isSupposed } = predicate;
  if (isSupposed || isProgramsPlan(predicate)) return null;
  if (actor === 'nobody') return nobodys(predicate);
  if (verb === 'bothered' || verb === 'bother' || verb === 'arsed') return isNegated ? 0 : null;
  if (isNegated) return isIndifferent(predicate) ? 1 : omission(predicate);
  if (isAsleep(predicate)) return 3;
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
  if (/^screw(?:ed|s)?$/.test(verb) && CHEATED.test(rest.join(' '))) return 1;
  if (/^refuse[sd]?$/.test(verb) && first === 'to' && !CHILDREN.has(predicate.head))
    return EXPECTED.test(second) || (certain(predicate) && EXPECTED_OF_PERSONS.test(second)) ? 2 : null;
  if (actor !== 'self' && BLAMES.test(`${predicate.form} ${rest.join(' ')}`)) return 1;
  if (actor !== 'self' && /^(?:left|leave|leaves|dumped)$/.test(predicate.form) && LEFT_TO_OTHERS.test(rest.join(' ')))
    return Math.min(rest.length, 4);
  const isOthers = actor === 'person' || (actor === 'either' && !predicate.isNamed);
  if (isOthers && LET_OTHERS_PAY.some((each) => each.test(`${predicate.form} ${rest.join(' ')}`)))
    return Math.min(rest.length, 2);
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
  if (actor === 'person' && verb === 'ignore' && UNHEEDED.test(rest.join(' '))) return 1;
  if (actor === 'person' && before.has('just') && predicate.form === 'stood' && /^(?:around|by|there)$/.test(first))
    return 1;
  if (
    actor === 'person' &&
    ['deliberately', 'intentionally', 'knowingly', 'wilfully'].some((word) => before.has(word)) &&
    /^(?:hid|ignored|misled|withheld|kept .* from\b)/.test(`${predicate.form} ${rest.join(' ')}`)
  )
    return 0;
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

/** "Couldn’t care less", said of others and of no colour or cable. */
const isIndifferent = ({ actor, head, verb, rest, before, isNamed }: Predicate): boolean =>
  verb === 'care' &&
  (before.has('can') || before.has('could')) &&
  UNCARED.test(rest.join(' ')) &&
  (actor === 'person' || (actor === 'either' && !isNamed)) &&
  !CHILDREN.has(head);

/** Asleep in a figure of speech only; that a driver was asleep at the wheel is a fact. */
function isAsleep({ actor, head, form, rest, before }: Predicate): boolean {
  if (form !== 'asleep' || ![...before].some((word) => COPULA.test(word))) return false;
  const said = rest.join(' ');
  const isGroup = AT_NO_WHEEL.test(head);
  if (/^on the job\b/.test(said)) return actor === 'person' || isGroup;
  return /^at the wheel\b/.test(said) && (isGroup || (actor === 'person' && WITHOUT_WHEEL.test(said)));
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

/** Whether the verb is meant as what a careful person does, and not "read English" or "check in". */
const isOfCare = ({ verb, rest }: Predicate): boolean =>
  verb === 'read' ? isAbout(rest, DOCUMENTS) : !/^(?:in|out)$/.test(rest[0] ?? '');

/** What was not done, where not doing it is said as a reproach. */
function omission(predicate: Predicate): number | null {
  const { actor, verb, form, rest, before, after, isNamed, head } = predicate;
  const joined = rest.join(' ');
  if (/^(?:take|taking|took)$/.test(verb) && rest.slice(0, 5).includes('seriously'))
    return rest.indexOf('seriously') + 1;
  if (verb === 'be' && /^(?:bothered|arsed)/.test(joined)) return 1;
  if (actor === 'person' && before.has('would') && UNHEARD.test(`${verb} ${joined}`) && !CHILDREN.has(head)) return 0;
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
  if (actor === 'person' && before.has('never') && /^helps?$/.test(verb)) return NEVER_HELPS.test(joined) ? 1 : null;
  if (actor === 'person' && before.has('never') && HABITS_MISSED.has(verb)) return 1;
  if (!CARE_BASES.has(verb)) return null;
  const isThird = isNamed || head === 'he' || head === 'she';
  const isPlainly = ['clearly', 'just', 'obviously', 'simply'].some((word) => before.has(word));
  return before.has('even') ||
    after === 'because' ||
    ((isThird || (actor === 'person' && isPlainly && isOfCare(predicate))) &&
      !/^(?:answer|say|tell|call|remember|ring|try|report|think)$/.test(verb))
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
