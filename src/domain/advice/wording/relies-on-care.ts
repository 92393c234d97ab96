import { CARE_VERBS } from '../../guide/weak-phrases.ts';
import { ACTORS } from './lexicon.ts';

/** Who is to do it, and how firmly: "from now on we must", "I will just". What follows is the action itself. */
const LEAD =
  /^(?:(?:from now on|in (?:the )?future|next time) )?(?:(?:i|we|you|everyone|everybody) (?:will|ll|must|should|shall|(?:need|needs|have|has|want|ought|plan|intend|promise|am going|are going) to) )?(?:(?:just|simply|please|really|to|also) )*(?=\S)/;

/** A resolve for all times to come. */
const RESOLVE = /^(?:from now on|in (?:the )?future) (?:i|we|everyone|everybody)\b/;

/** Nobody in particular. One named person or firm may be asked for a single thing. */
const PEOPLE_AT_LARGE = new Set('all everyone everybody people others staff team crew them kids children'.split(' '));

/** Roles of programs, more often than not. */
const PROGRAMS = /^(?:agent|builder|driver|installer|maker|packer|picker|planner|provider|reader)s$/;

/** What only somebody who pays attention does, each time anew. */
const ATTENDS =
  /^(?:check(?! (?:in|out)\b)|concentrate|double check|focus|follow|heed|listen|look|mind|never|not|obey|pay|read|remember|respect|stick to|stop|take (?:more )?care|think|try|verify|watch)\b|^be (?:more|less|careful|aware|attentive|mindful|patient|honest|strict)\b/;

const WITH_CARE =
  '(?:properly|carefully|attentively|thoroughly|patiently|diligently|conscientiously)(?=$| (?:again|and|at|before|during|each|every|first|if|in|next|to|when|whenever|while|with)\\b)';

const CONSTRUCTIONS: readonly RegExp[] = [
  // What not to do: "Not leave my bag on the bus". A longer action also says what prevents it.
  /^not (?:to )?(?!all|an?|any|applicable|at|before|by|done|every|for|in|just|more|necessary|needed|on|only|required|sure|the|until|yet)\p{L}{3,}(?: \p{L}+){0,5}$/u,
  // A virtue to have: "Be stricter with myself".
  /^be (?:a (?:bit|little) |much |way |far |so )*(?:less \p{L}+|(?:bold|brav|calm|clear|firm|gentl|kind|nic|quick|slow|smart|strict|strong|tidi|tough|warm|wis)e?r|assertive|attentive|brave|calm|cautious|consistent|disciplined|firm|focus(?:s)?ed|honest|humble|kind|organi[sz]ed|patient|polite|prepared|proactive|punctual|realistic|strict|thorough|vigilant)\b/u,
  // More of a virtue: "More attention to detail".
  /\b(?!better focus)(?:better|closer|extra|greater|more) (?:attention|awareness|care|caution|concentration|consideration|diligence|discipline|effort|focus|patience|rigou?r|self (?:control|discipline)|thought|vigilance|willpower)(?=$| (?:about|and|around|at|before|during|from|in|into|on|over|to|when|while|with)\b)/,
  // How attentively: "Listen properly when she talks".
  new RegExp(String.raw`^(?:${CARE_VERBS.join('|')}) (?:\p{L}+ ){0,3}?${WITH_CARE}`, 'u'),
  /^(?:concentrate|focus|listen|think) (?:better|harder|more)\b|^(?:concentrate|focus) on (?!call\b|(?:an?|the) (?:\p{L}+ )?(?:button|element|field|input|row|tab)\b)/u,
  /^work on (?:being|not|(?:her|his|my|our|their) (?:attitude|communication|concentration|confidence|discipline|focus|impatience|listening|memory|patience|temper|time management)\b)/,
  // Telling people: "Send round an email about locking up".
  /\bbe reminded\b/,
  /^have a (?:quiet |serious )?word with (?:\p{L}+ ){1,3}?about (?:being|his|her|it|that|their|this)\b|^(?:speak|talk) (?:to|with) (?:\p{L}+ ){1,4}?about (?:being|checking|listening|not|paying|reading|taking (?:more )?care|(?:her|his|their) (?:attitude|behaviou?r|manners?|temper|tone))\b/u,
  /^(?!.*\b(?:automatically|if|when|whenever)\b)send (?:round|around) (?=an?\b|the\b|e ?mails?\b|messages?\b)/,
  /^(?!.*\b(?:automatically|before|if|when|whenever)\b)(?:circulate|send|write) (?:out )?(?:an?|another|the) (?:\p{L}+ )?(?:circular|e ?mail|mail|memo|message|notice|reminder)(?: around| out| round)? (?:to (?:all|everyone|everybody|the (?:crew|entire|staff|team|ward|whole))\b|about (?:not )?\p{L}+ing (?:an?|it|my|our|the|their|them|your)\b|reminding|telling)/u,
  // Training, which is among the weak actions of RCA2's hierarchy.
  /^(?:(?:additional|an?|another|arrange|attend|better|compulsory|do|extra|further|give|have|hold|mandatory|more|organi[sz]e|provide|regular|run|schedule|some|the) )*(?:\p{L}+ )?trainings?(?: course| day| session)?s?(?=$| (?:about|for|on|with) (?!(?:an?|the) model\b|data\b))/u,
];

/** After whom these words stand, an action says what people are to do. */
const DUTY = /^(?:(?:must|should|shall|(?:need|needs|have|has|ought|are) to|to) )(?:(?:always|please|really|all) )*/;

/**
 * The words that make an action rely on somebody taking care, by how it is built; null where it changes something.
 * `folded` is the action in lower case, with one space between words and nothing else.
 */
export function relianceOnCare(folded: string): string | null {
  const action = withoutLead(folded);
  const resolve = RESOLVE.exec(folded);
  if (resolve !== null && ATTENDS.test(action)) return resolve[0].trim();
  const built = CONSTRUCTIONS.map((each) => each.exec(action)?.[0]).find((found) => found !== undefined);
  return built?.trim() ?? dutyOfPeople(action);
}

/** The action without who is to do it and how firmly. */
export const withoutLead = (folded: string): string => folded.replace(LEAD, '');

/** "Ask people to read the sign", "Engineers must follow the runbook": people at large are to pay attention. */
function dutyOfPeople(action: string): string | null {
  const words = action.split(' ');
  const isAsked = /^(?:ask|encourage|expect|get|instruct|tell|urge|want)$/.test(words[0] ?? '');
  const from = isAsked ? 1 : 0;
  const at = words.findIndex((word, place) => place >= from && place < from + 4 && isAtLarge(word));
  if (at < 0) return null;
  const duty = words.slice(at + 1).join(' ');
  if (isAsked && !duty.startsWith('to ')) return null;
  const done = duty.replace(DUTY, '');
  return done !== duty && ATTENDS.test(done) ? words.slice(0, at + 1).join(' ') : null;
}

const isAtLarge = (word: string): boolean =>
  PEOPLE_AT_LARGE.has(word) ||
  (word.endsWith('s') && ACTORS.has(word) && ACTORS.has(word.slice(0, -1)) && !PROGRAMS.test(word));
