import { SECTION_HEADINGS } from '../sections.ts';
import type { HandbookPage } from './handbook-page.ts';

/** Help for the section "5 whys". */
export const WHYS_PAGE: HandbookPage = {
  id: 'section-whys',
  title: SECTION_HEADINGS.whys,
  summary: 'Keep asking what made that possible, and let the answers branch.',
  section: 'whys',
  body: `
Ask why it happened. Take the answer, and ask again. Five is a habit, not a law: stop when you reach something worth
changing, or something nobody can change.

## Let it branch

John Allspaw ("The Infinite Hows") and Alan Card, in *BMJ Quality & Safety*, describe what goes wrong with a single chain:
it finds one cause where there were many, follows the first thought, stops at what the asker already knew, and drifts
towards a person. That is why this is a tree. At each step ask once: **and what else?**

## What belongs here

- **Why did it happen?** One answer per row, each true by itself, each with what makes you think so.
- **Why was it not noticed sooner?** A second, shorter chain that often leads to the cheaper fix.
- An end for every branch: a **cause to change**; **not known**, with what you would need to find out; or **not in your
  hands**.

Then read each branch upwards, joining the steps with *therefore*. Where "therefore" sounds wrong, a step is missing.

## What does not

- A person at the end of a branch. Ask instead: what made that the sensible thing at the time?
- A fifth answer for the sake of five, or one you do not believe.

## For an outage

**Good**

> Orders were charged twice ← the job ran twice ← its lock had expired ← the lock lasts an hour and the run took two ← *(a)*
> the data had doubled since it was written; *(b)* nothing measures how long it runs.

*Each step follows from the next, and it branches where there are two answers.*

**Weak**

> The job ran twice ← bad code ← the developer was careless ← not enough training ← management.

*"Therefore" breaks at the second step; after that it is a list of culprits.*

## For a personal error

**Good**

> I missed the call with my sister ← I thought it was Sunday ← I had it in my head, from a talk in the hallway ← saying yes
> felt like the whole job ← *(a)* I write down work things at once, and these not; *(b)* I was glad she asked, and in a
> hurry to say so.

*Ends in something to change, and in something rather good.*

**Weak**

> I missed it ← I don't care enough.

*A harsh thought posing as an answer. Ask it of a friend in your place, and hear how it sounds.*

## In the editor

Add a why below another to ask further, or beside it for a second answer. Mark the ends. *Read back* shows the branch with
"therefore". The second chain appears when the depth is *Full*.
`,
};
