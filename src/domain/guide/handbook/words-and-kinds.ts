import type { HandbookPage } from './handbook-page.ts';

/** The taxonomy in prose, for people who want to know what a choice means. */
export const WORDS_AND_KINDS_PAGE: HandbookPage = {
  id: 'words-and-kinds',
  title: 'Words and kinds',
  summary: 'What the choices in the lists mean, and how to pick between them.',
  body: `
The lists let you compare your COEs after a while. If none of the choices fits, leave the field empty or use your own words.
An empty field is better than a wrong one.

## Kinds

**Outage**: something people rely on stopped. **Missed event**: someone counted on you, and you were not there. **Career
setback**: let go, passed over, a hard review. **Other mistake**: everything else. The kind changes the wording, never the
sections.

## How severe

Four levels with the same names everywhere: *near miss, minor, major, severe*. Judge by the people it affected. A
sentence beside each level says what it means for the kind you chose. The level helps you decide how much to write. It does
not measure you.

## Triggers: what set it off

One. A **change of your own** or a **change by others**; **more than usual** (load, too many promises); **a date or a time**
that expired or was mixed up; **something you depend on** that let you down; **a slow drift**; **a first time**; **a
decision or message**; **chance**; or **not known yet**. Most of these are the trigger types Google uses, stretched to fit a
life.

A trigger is seldom what to fix. It is the match; the next list is the hay.

## Conditions: what had been waiting

Several. There are eighteen, in five groups:

- **The person's state**: attention and memory; workload and time; energy and health; feelings and pressure.
- **Knowing**: knowledge and skill; believed without checking.
- **Agreeing**: messages and handovers; unclear expectations; priorities and trade-offs; planning and estimating.
- **The set-up**: no agreed way; how the tool is made; changing and trying out; signals and feedback.
- **The surroundings**: depending on others outside; known and not yet fixed; help not asked for; what is rewarded.

Three that are easily confused. *Knowledge and skill*: you did not know. *Believed without checking*: you thought you knew.
*Unclear expectations*: each of you knew something different.

If you find yourself choosing only from the first group, ask again: what made it matter that you were tired?

For each, say how much of it is in your hands: **mine to change**, **I can influence it**, **outside my hands**.

## Kinds of error

Optional, and neutral, after James Reason and Amy Edmondson. A **slip** (the right intention, the wrong move); a **lapse**
(a step dropped out); the **wrong rule applied**; a **wrong picture of the situation**; a **shortcut that usually works**; a
**good bet that lost**; **no misstep**, where the set-up alone was enough; an **outside event**. They call for different
fixes: a slip needs a different tool, a lapse a reminder at the point of action, a wrong picture a better view, and a good
bet nothing at all.

## Signals

Before it was noticed, the signal *did not exist*, was *not seen*, was *misread*, or was *seen and not acted on*. So add
one, put it where someone looks, make it clear, or make acting easy.

## Safeguards

What each is for: to **prevent**, **notice**, **contain** or **recover**. What became of it: **missing**, **weak**,
**bypassed**, **held**. James Reason pictured them as slices of cheese with holes: it goes wrong when the holes line up.

## Actions

Five purposes: **put right**, **find out**, **prevent**, **notice sooner**, **soften**. Three strengths, after RCA2:
**strong** makes it impossible or automatic, **medium** helps memory or adds a second look, **weak** relies on someone
taking care. A weak action is not wrong, but it is seldom enough on its own.

## Status

**Draft**, **ready for review**, **reviewed**, **closed** (every action done or declined), **held** (you checked again, and
it has not come back). If it does come back: **reopened**, which says something about the fix.

## Your own questions

In **Settings › Questions** you or your team add questions of your own, hide some and put them in order, for each section and
kind. Own conditions with a meaning are offered beside the eighteen, and presets of a kind and a depth in New COE. The ten
sections stay. All of it is kept in one file of the library, so it goes where the library goes.
`,
};
