import type { Coe } from '../../coe/coe.ts';
import { type Advice, createAdvice } from '../advice.ts';
import { PERSON_WORDS } from '../wording/people.ts';

/** Below this much prose there is nothing to judge yet. */
const ENOUGH_PROSE = 40;

const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundreds?|thousands?|half|all|none|every|nobody)\b/i;
const PEOPLE = new RegExp(
  String.raw`\b(?:${PERSON_WORDS.join('|')}|customers?|users?|clients?|patients?|guests?|children|kids?|family|neighbou?rs?|team|readers?|members?|passengers?|students?|class|grand\w+|aunt|uncle|girl|boy|him|her|them|us|me)\b`,
  'i',
);

/** An impact that names nobody, or that nothing measures: "some users had trouble" is told apart from everyone by a number. */
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
      ? [createAdvice('impact-without-person', 'customerImpact', 'The impact names nobody who felt it.')]
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
