import {
  AUXILIARIES,
  BEFALLS,
  BLAMED_TRAITS,
  CAREFUL,
  CHILDREN,
  CIRCUMSTANCES,
  DOCUMENTS,
  ERRED,
  HUMAN_ERRORS,
  IRREGULAR_PAST,
  TRAITS,
  WARNINGS,
} from './lexicon.ts';
import { COPULA, CARE_BASES, certain, isCopula, isDone, isAbout, isProgramsPlan, leftOut } from './predicate-facts.ts';
import type { Predicate } from './predicates.ts';
import { reproachIn } from './reproaches.ts';

const ERRED_BASES = new Set(ERRED.values());

const CIRCUMSTANCE_BASES = new Set(CIRCUMSTANCES.values());

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

/** The same in words that are said of machines, too, so that only a person for certain counts. */
const PERSONS_SHORTCOMINGS: readonly RegExp[] = [
  /^(?:winged|wung) (?:it(?! (?:across|back|home|off|over|to)\b)|the (?:answer|demo|exam|interview|presentation|speech|talk)\b)/,
  /^(?:got|became|grew) (?:too |a bit |rather )?(?:careless|cocky|complacent|impatient$|lazy|sloppy|greedy)\b(?!-)/,
  /^blanked on\b/,
  /^(?:bypassed|disabled|overrode) (?:the|an?|both|all|every) (?:\w+ )?(?:alarm|guard|interlock|safeguard|safety|warning)s?$/,
  /^(?:bypassed|disabled|overrode) (?:the|both|all|every) (?:safety )?checks?$/,
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

/** Whether nothing but adverbs stands before the verb. */
const isBare = ({ before }: Predicate): boolean => ![...before].some((word) => AUXILIARIES.has(word) || word === 'not');

/** Whether the last answer of a branch of whys ends at this person: what they did, left undone or are. */
export function endsAtPerson(predicate: Predicate): boolean {
  if (predicate.isSupposed || isProgramsPlan(predicate)) return false;
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
    /^left (?:her|his|my|our|their) (?:\w+ ){1,2}(?:at home|behind|in (?:her|his|my|the) other (?:bag|car|coat|handbag|jacket|pocket|trousers))\b/.test(
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
function isShortcoming(predicate: Predicate): boolean {
  const { verb, form, rest, actor, head } = predicate;
  const said = `${form} ${rest.join(' ')}`;
  if (certain(predicate) && !CHILDREN.has(head) && PERSONS_SHORTCOMINGS.some((each) => each.test(said))) return true;
  if (SHORTCOMINGS.some((each) => each.test(said))) return true;
  return actor === 'either' && DECIDES.test(verb) && leftOut(rest);
}

/** Whether it may still be done, or was never done by anybody. */
const isStillOpen = (rest: readonly string[]): boolean => rest.some((word) => /^(?:before|ever|since|yet)$/.test(word));

function leftUndone(predicate: Predicate): boolean {
  const { actor, verb, form, rest, before, isNamed } = predicate;
  const isUsual = before.has('do') || before.has('does');
  // "We never deploy on Fridays" is a habit and "we never deployed it" is not.
  const isHabit = before.has('never') && !before.has('did') && !form.endsWith('ed') && !IRREGULAR_PAST.has(form);
  const isDid =
    (before.has('did') ||
      (certain(predicate) && (before.has('have') || before.has('has')) && CARE_BASES.has(verb) && !isStillOpen(rest)) ||
      (before.has('never') && !isHabit) ||
      ((isUsual || isHabit) && CARE_BASES.has(verb))) &&
    !before.has('had');
  const said = [form, ...rest].filter((word) => !COPULA.test(word));
  if (certain(predicate) && (COPULA.test(verb) || [...before].some((word) => COPULA.test(word))))
    return (
      said.slice(0, 2).some((word) => CAREFUL.has(word)) ||
      (said[0] === 'following' && (isAbout(rest, WARNINGS) || isAbout(rest, DOCUMENTS)))
    );
  if (before.has('can') || before.has('could'))
    return certain(predicate) && /^(?:say no|focus|concentrate|resist|help it|wait)/.test(said.join(' '));
  if (!isDid) return false;
  if (actor === 'either') return CARE_BASES.has(verb) && !/^(?:answer|report|reply|respect|try|call)$/.test(verb);
  if (verb === 'want') return rest[0] === 'to' && /^(?:look|ask|know|hear|read|see|wait)$/.test(rest[1] ?? '');
  if (verb === 'get') return /^(?:a?round to|it (?:done|right)|going)/.test(rest.join(' '));
  if (/^(?:came|come|go|went)$/.test(form))
    return rest.some((word, at) => word === 'to' && CARE_BASES.has(rest[at + 1] ?? ''));
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
