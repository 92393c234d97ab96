import { SECTION_HEADINGS } from '../sections.ts';
import type { HandbookPage } from './handbook-page.ts';

/** Help for the section about what will change. */
export const ACTIONS_PAGE: HandbookPage = {
  id: 'section-actions',
  title: SECTION_HEADINGS.actions,
  summary: 'What will change, who will do it, and when you will check whether it held.',
  section: 'actions',
  body: `
All the writing so far leads here. A few finished actions beat many that linger.

## What belongs here

Each action begins with a verb and has **one owner, a date, and a line that says when it is done**. Google and Amazon both
ask for an owner; Atlassian sets four or eight weeks. Say what it is for (put right, find out, prevent, notice sooner,
soften) and how strong it is:

| Strength | It works because | Examples |
|---|---|---|
| Strong | it makes the error impossible, or the step automatic | remove the option; standing order; the day blocked in both calendars, travel included |
| Medium | it helps memory or adds a second look | a checklist; an if-then plan; a friend who asks |
| Weak | someone takes care, every time | training, "double check", "try harder" |

The scale follows RCA2, from patient safety. If it was serious, have at least one strong or medium action, and one that lets
you notice sooner.

**Done is not held.** Choose a date to check, and a question to ask. 18F checked after two months.

## What does not

- "Be more careful." "Improve communication." "Look into it", unless finding out is the purpose.
- Things you have decided against. Decline them, and note the reason.

## For an outage

**Good**

> Remove the delete permission from the shared account. Owner: Priya. Due 12 June. Done when a delete with it is refused in
> production. Check on 12 August: has anyone needed it back?

*Strong, owned, dated, and with a question that could be answered "no".*

**Weak**

> Everyone to be more careful with scripts in production.

*Everyone owns it, so no one does, and it is never finished.*

## For a personal error

**Good**

> If I say yes to a date, then I put it in our calendar before I leave the room. Done when the next five are in. Check at
> the end of term: was I on time for all of them?

*An if-then plan. Research summed up by the US National Cancer Institute finds that they work better than a bare intention.*

**Weak**

> Be there for my family.

*A fine wish. On Thursday at four, what will you do?*

## In the editor

While you write an action, its row asks who will do it and when. *Details* has the rest: when it is done, how strong it is,
and what to ask on the day you check it. The row closes when you leave it.

A table from a web page or a spreadsheet can be pasted into an action: each of its rows becomes one, and you choose what its
columns are.

Link an action to the cause it answers. Then answer the closing question: half a year from now it has happened again; what
is the likely story? Gary Klein calls this a premortem. If no action of yours would have changed that story, you have found
the next one.

Below the last section, *What comes next* names the sections without an answer and leads to the summary, the next status,
and a day to look at the COE again. *Write the summary* in the COE menu leads there from anywhere in the COE.
`,
};
