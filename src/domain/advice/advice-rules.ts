import type { AdviceRuleId } from './advice.ts';

/** What a check is called, why it matters, and the question that helps on. Questions ask how and what: why puts one on the defensive. */
export type AdviceRule = {
  readonly id: AdviceRuleId;
  readonly name: string;
  readonly why: string;
  readonly question: string;
};

/** Every check, in the order of the outline. */
export const ADVICE_RULES: readonly AdviceRule[] = [
  {
    id: 'blame-wording',
    name: 'Words that blame',
    why: 'A sentence about what somebody failed to do ends the search. What made that the sensible or the easy thing is what can be changed.',
    question: 'What made that the sensible thing to do at the time?',
  },
  {
    id: 'hindsight-wording',
    name: 'Words of hindsight',
    why: 'What should have been done is plain only now. Nobody had that view then, and the next person will not have it either.',
    question: 'What was in view at that moment, and what was hidden?',
  },
  {
    id: 'harsh-on-oneself',
    name: 'Hard words about yourself',
    why: 'It was one thing on one day. A label explains nothing and helps nothing, and you would not say it to a friend.',
    question: 'What would you say to a friend to whom it had happened?',
  },
  {
    id: 'impact-without-person',
    name: 'An impact without people',
    why: 'Seen from the side of the people it reached, it is clearer what matters and what has to be put right.',
    question: 'Who felt it, and what was it like from where they stood?',
  },
  {
    id: 'impact-without-number',
    name: 'An impact without a number',
    why: 'A number, even a rough one, tells a nuisance from a disaster, and lets you see later whether it became less.',
    question: 'About how many, how long or how much? How do you know?',
  },
  {
    id: 'no-beginning',
    name: 'A timeline that starts too late',
    why: 'Between the beginning and the noticing lies the time that can be saved next time.',
    question: 'What was the first thing that was different, before anyone noticed?',
  },
  {
    id: 'impossible-order',
    name: 'Times in an order that cannot be',
    why: 'One of the times is wrong, or belongs to something else; durations and charts would be wrong with it.',
    question: 'What shows which of the two times is right?',
  },
  {
    id: 'silent-stretch',
    name: 'A long silence in the timeline',
    why: 'What happened when nothing was written down is often what explains the rest.',
    question: 'What did people see, do or wait for in that time?',
  },
  {
    id: 'restates-trigger',
    name: 'A cause that is the trigger again',
    why: 'What set it off is chance as often as not. What had been waiting for it is what will wait again.',
    question: 'What had to be true before, so that this could do harm?',
  },
  {
    id: 'rests-on-a-person',
    name: 'A why that ends at a person',
    why: 'People slip everywhere and every day. Here it had consequences, and that has reasons which are not in the person.',
    question: 'What made that possible, and what about the set-up let it matter?',
  },
  {
    id: 'few-whys',
    name: 'Whys that stop early',
    why: 'The first answer is usually what was seen. One step further is where something can be changed.',
    question: 'What made that possible? Is there a second answer?',
  },
  {
    id: 'unnoticed-not-asked',
    name: 'Not asked: why not noticed sooner',
    why: 'Preventing and noticing are two chains of causes, and the second is often easier to mend.',
    question: 'What was there to be seen, and what kept it from reaching someone?',
  },
  {
    id: 'weak-action',
    name: 'An action that relies on care',
    why: 'Being more careful lasts a few weeks. What is arranged once needs nobody to remember.',
    question: 'What would make it hard to get wrong, or do it without anyone?',
  },
  {
    id: 'no-owner',
    name: 'An action without an owner',
    why: 'What belongs to everyone is done by nobody.',
    question: 'Who will do it, and do they know?',
  },
  {
    id: 'no-due-date',
    name: 'An action without a day',
    why: 'Without a day it waits for a better moment, and there is none.',
    question: 'By when will it be done, and what will be set aside for it?',
  },
  {
    id: 'no-done-when',
    name: 'An action without an end',
    why: 'It can be ticked off only if anyone can tell that it is done.',
    question: 'What will be there to see when it is done?',
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
    why: 'If it does come back, minutes or days saved are harm saved.',
    question: 'If it starts again, who or what will know, and how soon?',
  },
];
