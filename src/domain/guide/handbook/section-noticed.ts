import { SECTION_HEADINGS } from '../sections.ts';
import type { HandbookPage } from './handbook-page.ts';

/** Help for the section "How did you notice it?". */
export const NOTICED_PAGE: HandbookPage = {
  id: 'section-noticed',
  title: SECTION_HEADINGS.noticed,
  summary: 'Who or what raised the flag, and what became of earlier signals.',
  section: 'noticed',
  body: `
Something told you. Before it did, something else might have. The distance between the two is often the cheapest thing to
fix.

## What belongs here

- Who noticed first, and through what: an alert, a face, a letter, luck.
- **What became of the signal.** There are four cases, and each calls for a different fix:

| The signal | So you |
|---|---|
| did not exist | add one |
| existed and was not seen | put it where someone looks |
| was seen and misread | make it say what it means |
| was seen and not acted on | make acting easy: an owner, a next step, permission to stop |

- The **earliest moment** at which it could have been noticed.
- One idea that would halve the time. Amazon's COEs ask this of noticing and of fixing; half is a useful target: far enough
  to need an idea, and near enough to reach.

## What does not

- "We should have seen it." Seen *what*, *where*? That is the useful sentence.
- Who was asleep.

## For an outage

**Good**

> A customer wrote at 08:31. Our own alert had fired at 02:20, into a mailbox that two people can open and nobody reads
> before nine. Seen by no one. Sent to the pager, it would have been six hours sooner.

*Who, when, what became of the signal, and an idea with a size.*

**Weak**

> Monitoring was insufficient.

*True of every outage ever written up. Which signal, and where did it go?*

## For a personal error

**Good**

> My manager told me in the review. Looking back, there was a hint in May: "I'd like you to let the team speak first." I
> took it for advice about one meeting. Seen, and misread.

*A dated hint, and a kind and precise word for what became of it.*

**Weak**

> Everybody saw it coming but me.

*Mind reading. Who said what, and when?*

## In the editor

Choose who noticed and the state of the signal; both appear under Themes. If several signals were there, choose the one that
would have helped most, and describe the others in the text.
`,
};
