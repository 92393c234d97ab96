import type { HandbookPage } from './handbook-page.ts';

/** What a COE is, and what writing one does for you. */
export const WHY_COES_PAGE: HandbookPage = {
  id: 'why-coes',
  title: 'Why COEs',
  summary: 'What a COE is, where it comes from, and what writing one does for you.',
  body: `
Everyone is allowed a mistake. What wears people down is making the same one again: the second missed recital, the third
expired certificate, the job that ends the way the last one did. A COE is a way to make a mistake **once**.

COE stands for *Correction of Errors*. The name is Amazon's. Microsoft says RCA, for root cause analysis; most others say
postmortem. It began with outages: something broke, people were let down, and somebody wrote down what happened, what
allowed it, and what would be different from then on. Nothing about that is special to computers. It works just as well for
a missed kindergarten graduation or a lost job.

## What writing one does

- **It gets the story out of your head and onto a page.** In your head it goes round and round. On a page it has a
  beginning, a middle and a place where you can put it down.
- **It keeps the facts before they change.** Memory edits itself. People who keep decision journals write down what they
  knew and expected *at the time* for this reason: afterwards, everything looks obvious.
- **It moves the question.** From "who did this?", which has a short and useless answer, to "what made it the natural thing
  to do?", which has a long and useful one.
- **It ends in something you can check.** A good intention is not a fix. A fix has a date on which you check whether it
  held.
- **It adds up.** One COE is a story. Twenty show a pattern: what keeps setting things off, which warnings reach you and
  which do not, which fixes last.

## What it is not

- **Not a confession.** Nobody grades it. A COE in which the writer is the villain is as incomplete as one in which nobody
  did anything.
- **Not a verdict on a person.** If the answer is a name, keep asking: what made that possible?
- **Not for ratings or discipline.** PagerDuty puts the commitment of leaders to this before anything else. One breach, and
  people write what is safe instead of what is true.
- **Not therapy.** It can help you think. If something weighs on you for weeks, a person can do what a page cannot.

## How long it takes

A quick one takes about ten minutes: what happened, who it affected, what it cost, one cause, one action. A full one may take
an afternoon spread over a week. Choose by what it would cost you if it happened again.

> You do not have to begin at the beginning. Start where you remember most. The order is for the reader.
`,
};
