import type { AdviceRuleId } from './advice.ts';

/** The texts of a check. Questions ask how or what, because "why" puts people on the defensive. */
export type AdviceRule = {
  readonly id: AdviceRuleId;
  readonly name: string;
  readonly why: string;
  readonly question: string;
};

/** Every check, roughly in the order of the outline. */
export const ADVICE_RULES: readonly AdviceRule[] = [
  {
    id: 'blame-wording',
    name: 'Words that blame',
    why: 'A sentence about what somebody failed to do ends the search. What made it the sensible or the easy thing to do can be changed.',
    question: 'What made that the sensible thing to do at the time?',
  },
  {
    id: 'hindsight-wording',
    name: 'Words of hindsight',
    why: 'What should have been done is obvious only now. Nobody could see it then, and the next person will not see it either.',
    question: 'What could be seen at that moment, and what was hidden?',
  },
  {
    id: 'harsh-on-oneself',
    name: 'Hard words about yourself',
    why: 'It was one thing on one day. A label explains nothing and helps no one, and you would not say it to a friend.',
    question: 'What would you say to a friend this had happened to?',
  },
  {
    id: 'impact-without-person',
    name: 'An impact without people',
    why: 'Seen from the side of the people affected, it is clearer what matters and what needs to be put right.',
    question: 'Who felt it, and what was it like from where they stood?',
  },
  {
    id: 'impact-without-number',
    name: 'An impact without a number',
    why: 'A number, even a rough one, tells a nuisance from a disaster, and lets you see later whether it got better.',
    question: 'About how many, how long or how much? How do you know?',
  },
  {
    id: 'no-beginning',
    name: 'A timeline that starts too late',
    why: 'The time between the beginning and the moment it was noticed can be saved next time.',
    question: 'What was the first thing that was different, before anyone noticed?',
  },
  {
    id: 'impossible-order',
    name: 'Impossible order of times',
    why: 'One of the times is wrong, or belongs to something else; durations and charts would be wrong with it.',
    question: 'What shows which of the two times is right?',
  },
  {
    id: 'silent-stretch',
    name: 'A long gap in the timeline',
    why: 'What happened when nothing was written down often explains the rest.',
    question: 'What did people see, do or wait for in that time?',
  },
  {
    id: 'restates-trigger',
    name: 'A cause that repeats the trigger',
    why: 'What set it off is often chance. The conditions that had been waiting will be waiting again.',
    question: 'What had to be true beforehand for this to do harm?',
  },
  {
    id: 'rests-on-a-person',
    name: 'A why that ends at a person',
    why: 'People slip everywhere and every day. This time it had consequences, and the reasons for that lie outside the person.',
    question: 'What made that possible, and what about the set-up let it matter?',
  },
  {
    id: 'few-whys',
    name: 'Whys that stop early',
    why: 'The first answer is usually what was seen. One step further, there is something to change.',
    question: 'What made that possible? Is there a second answer?',
  },
  {
    id: 'unnoticed-not-asked',
    name: 'Never asked why it was not noticed sooner',
    why: 'Preventing and noticing are two chains of causes, and the second is often easier to fix.',
    question: 'What could have been seen, and what kept it from reaching someone?',
  },
  {
    id: 'weak-action',
    name: 'An action that relies on care',
    why: 'Being more careful lasts a few weeks. Once something is arranged, nobody needs to remember it.',
    question: 'What would make it hard to get wrong, or work without anyone?',
  },
  {
    id: 'no-owner',
    name: 'An action without an owner',
    why: 'What belongs to everyone is done by nobody.',
    question: 'Who will do it, and do they know?',
  },
  {
    id: 'no-due-date',
    name: 'An action without a due date',
    why: 'Without a date it waits for a better moment, which never comes.',
    question: 'By when will it be done, and what will be set aside for it?',
  },
  {
    id: 'no-done-when',
    name: 'An action without a “done when”',
    why: 'It can be ticked off only if someone can tell that it is done.',
    question: 'What will you see when it is done?',
  },
  {
    id: 'only-weak-actions',
    name: 'A plan that relies on care alone',
    why: 'For something this serious, at least one action should hold when everyone is tired and in a hurry.',
    question: 'What would make this impossible, not just less likely?',
  },
  {
    id: 'nothing-notices-sooner',
    name: 'Nothing that notices sooner',
    why: 'If it does come back, every minute or day saved means less harm.',
    question: 'If it starts again, who or what will know, and how soon?',
  },
];
