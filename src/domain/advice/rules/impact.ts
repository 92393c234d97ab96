import type { Coe } from '../../coe/coe.ts';
import { type Advice, createAdvice } from '../advice.ts';
import { GIVEN_NAMES, PERSON_WORDS } from '../wording/lexicon.ts';

/** With fewer characters than this there is too little to judge. */
const ENOUGH_PROSE = 40;

/** People who are affected, beside those who act. */
const GROUPS_OF_PEOPLE = [
  'customers?',
  'customer service',
  'users?',
  'clients?',
  'patients?',
  'guests?',
  'child',
  'children',
  'kids?',
  'babies',
  'baby',
  'family',
  'families',
  'team',
  'readers?',
  'members?',
  'passengers?',
  'students?',
  'pupils?',
  'class',
  String.raw`grand(?:m|f|p|d|s|c)\w+`,
  'girls?',
  'boys?',
  'man',
  'men',
  'woman',
  'women',
  'shoppers',
  'buyers?',
  'sellers?',
  'merchants?',
  'traders?',
  'subscribers?',
  'visitors?',
  'viewers?',
  'listeners?',
  'callers?',
  'riders?',
  'travellers?',
  'travelers?',
  'tenants?',
  'residents?',
  'citizens?',
  'owners?',
  'players?',
  'authors?',
  'candidates?',
  'applicants?',
  'borrowers?',
  'workers?',
  'volunteers?',
  'soldiers?',
  'parents?',
  'mothers?',
  'fathers?',
  'sons?',
  'daughters?',
  'sisters?',
  'brothers?',
  'wives',
  'husbands',
  'friends?',
  'couples?',
  'widows?',
  'widower',
  'bride',
  'groom',
  'godfather',
  'godmother',
  'nephew',
  'niece',
  'in-laws',
  'publisher',
  'editor',
  'employers?',
  'shift lead',
  'night shift',
  'day shift',
  'crews?',
  'public',
  'audience',
  'crowd',
  'households?',
  'businesses',
  'donors?',
  'voters?',
  'partners?',
  'strangers?',
  'hosts?',
  'hostess',
  'builders?',
  'coach',
  'chef',
];

/** A figure, in digits or words: also all, none and a unit of time. "One" as a pronoun and "all over" are none. */
const NUMBER =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|half|halves|none|both|neither|every|nobody|twice|thrice|triple|couple|double|a quarter of|a third of|percent|per cent|no (?:customers?|users?|patients?|people|orders?|money|data|requests?|messages?|customer data|user data))\b|(?<!\b(?:the|this|that|first|next|last|no|any|some|each|which|another|other|the only|right|wrong|new|old|little|loved|small|younger|older|good|bad) )\bone\b(?! (?:to|who|that|another|does|can|could|must|should|would|might|cannot|has|had|is|was|knows?|by)\b)|\ball\b(?! (?:over|along|the (?:while|time|same|more)|too|right|at once|in all)\b)|\b(?:an?|per|the whole|the entire|the first|the last|another) (?:\w+ )?(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|third|fifth)\b|\bthe better part of\b/i;

const PEOPLE = new RegExp(
  String.raw`\b(?:${PERSON_WORDS.join('|')}|${GROUPS_OF_PEOPLE.join('|')}|her|him|them|us|me|my|his|mine|myself|anyone|anybody|[Dd]r|[Mm]r|[Mm]rs|[Mm]s)\b`,
  'i',
);
/** A name, by what only a person does after it. */
const NAME_ACTS =
  /\b[A-Z][a-z]+ (?:and [A-Z][a-z]+ )?(?:(?:did|does|do|has|had|could|would|will) (?:not |never )?)?(?:waited|waits?|cried|cry|wept|slept|sleep|said|say|says|told|tell|tells|asked|asks?|played|play|limped|walked|drove|sat|spoke|speak|heard|wrote|write|felt|feel|laughed|thought|apologised|apologized)\b/;

const hasGivenName = (text: string): boolean =>
  text.split(/[^\p{L}]+/u).some((word) => /^\p{Lu}/u.test(word) && GIVEN_NAMES.has(word.toLowerCase()));

/** Advice on an impact that mentions no people, or no number: only a number tells "some users" from all of them. */
export function checkImpact({ sections: { customerImpact, impact } }: Coe): Advice[] {
  const people = [customerImpact.prose, ...customerImpact.groups.map(({ who, affected }) => `${who} ${affected}`)].join(
    ' ',
  );
  const cost = [impact.prose, ...impact.costs.map(({ what }) => what)].join(' ');
  const numbers = [
    people,
    cost,
    ...customerImpact.groups.map(({ howMany }) => howMany),
    ...impact.costs.map(({ amount }) => amount),
    ...impact.feelings.map(({ onTheDay }) => (onTheDay === null ? '' : String(onTheDay))),
  ].join(' ');
  const isWritten = people.trim().length >= ENOUGH_PROSE;
  const isCosted = cost.trim().length >= ENOUGH_PROSE;
  return [
    ...(isWritten &&
    !customerImpact.groups.some(({ who }) => who.trim() !== '') &&
    !PEOPLE.test(people) &&
    !NAME_ACTS.test(people) &&
    !hasGivenName(people)
      ? [createAdvice('impact-without-person', 'customerImpact', 'The impact mentions nobody who felt it.')]
      : []),
    ...((isWritten || isCosted) && !NUMBER.test(numbers)
      ? [
          createAdvice(
            'impact-without-number',
            isCosted ? 'impact' : 'customerImpact',
            'No number says how many or how much.',
          ),
        ]
      : []),
  ];
}
