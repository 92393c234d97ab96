import type { HandbookPage } from './handbook-page.ts';

/** What the app does so that a mistake stays the only one: repeats, links, checks, Today. */
export const NEVER_TWICE_PAGE: HandbookPage = {
  id: 'never-twice',
  title: 'Never twice',
  summary: 'How a repeat is recognised, and how a fix is followed until you know whether it held.',
  body: `
Anyone may make a mistake once. A COE is worth most on the day it would have happened again. Five things in the app are there for
that day.

## Seen before

While you write, the COEs of this library that are much like it stand beside the text, with what both have in common and what
became of the last fix. Nothing there means that nothing was much like it; the app would rather be silent than guess. It compares
words and choices, on this computer, and knows no meanings: other words for the same thing it may miss. **Not like this one** takes
one away for good.

## Links

**Link** says what connects two COEs:

- *Same cause again*: what lay behind the earlier one lay behind this one too.
- *Same symptom, another cause*: they looked alike.
- *Near miss of*: this time it was caught.
- *Related*: worth reading together.

Of a repeat you are asked which fix was meant to prevent it, and what this says about it: *not done yet; done, and it did not hold; done
too late; the cause was another*. A fix that did not hold is marked **came back**, and its COE is opened again. That is news
about the fix. It is none about you. The **chain of repeats** shows all of them in a row, each with the fix between.

## Did it hold?

Done and held are different facts. When you tick an action off, the app sets a day to ask about it, later for what happens
rarely; question, sign and day are yours to change. On that day it asks:

- **Held**: there were chances for it to happen again, and it did not.
- **Partly**: it helped, and something still got through.
- **Came back**: it happened again.
- **Not yet tested**: there has been no chance, so say when to ask again.

How many chances there were is worth a guess. Holding once may be luck; holding ten times seldom is.

A COE is **closed** when every action is done, or declined with a reason, and **held** when its checks are answered. Opening it
again loses nothing: what it was, and why, stays in its history.

## Today

The app opens here once there is anything: checks and actions that are due, drafts to come back to, COEs that are still open and
like what you are writing, and now and then one from the same day of another year. If it is too early to think about something, write
three lines and choose *Look at it again later*. One reminder a day is there if you want it, without titles unless you allow
them. *Save due dates as a calendar file* in the File menu puts the days where your other days are.

## Checks

Below *Seen before* the app says what it noticed in the text, with a question a good coach would ask. It never stands in the way. **Not
here** is for this COE, **Never mention this** for good; Settings brings it back.
`,
};
