import type { Coe } from '../../coe/coe.ts';
import { type Advice, createAdvice } from '../advice.ts';
import { PERSON_WORDS } from '../wording/people.ts';

/** With fewer characters than this there is too little to judge. */
const ENOUGH_PROSE = 40;

const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundreds?|thousands?|half|all|none|every|nobody)\b/i;
const PEOPLE = new RegExp(
  String.raw`\b(?:${PERSON_WORDS.join('|')}|customers?|users?|clients?|patients?|guests?|children|kids?|family|neighbou?rs?|team|readers?|members?|passengers?|students?|class|grand\w+|aunt|uncle|girl|boy|him|her|them|us|me)\b`,
  'i',
);

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
    ...(isWritten && !customerImpact.groups.some(({ who }) => who.trim() !== '') && !PEOPLE.test(people)
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
