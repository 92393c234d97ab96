import { SECTION_HEADINGS } from '../sections.ts';
import type { HandbookPage } from './handbook-page.ts';

/** Help for the section "What is the customer impact?". */
export const CUSTOMER_IMPACT_PAGE: HandbookPage = {
  id: 'section-customer-impact',
  title: SECTION_HEADINGS.customerImpact,
  summary: 'The people who were served or let down, and what it was like for them.',
  section: 'customerImpact',
  body: `
Your customer is whoever counted on you: a shopper, a patient, the team next door, your daughter. This section is about
them. What it cost *you* comes in the next one. Amazon puts harm to customers first in a COE, and for a reason: it decides
how much the rest matters.

## What belongs here

- **Who**, as a group or a role. Initials will do where a name would be unkind.
- **What they could not do**, or what they saw and felt, from when to when.
- **How many, and how you know.** A count, an estimate, a guess: say which.
- Whether they have been told, and whether it has been put right with them.

## What does not

- Machines. A full disk is not an impact; the people who could not save their work are.
- Feelings you have guessed for someone. Ask, or write that you are guessing.

## For an outage

**Good**

> From 08:10 to 09:55 CET, people with a saved card could not pay. They saw a spinner and, after a minute, an empty basket.
> 1,312 tried at least once (payment log); 402 came back that day. To a friend they would say: "It ate my order."

*People, minutes, a count with its source, and their side of it in words a customer would use.*

**Weak**

> Elevated 5xx rate on the payment gateway. Some users may have been affected.

*It describes the machine. "Some" and "may" hide whether anyone looked.*

## For a personal error

**Good**

> M. played her first solo and looked along the row for me twice; her mother told me. She has not raised it. I asked her on
> Sunday, and she said, "You always say you'll come." I had not known that it was *always*.

*Her side, how you know it, and the part that hurt, in her own words.*

**Weak**

> I'm sure she hates me now.

*Mind reading. It is about your fear, which is real and belongs under impact.*

## In the editor

Add one line per group. Set the level by what it was like **for them**: near miss, minor, major, severe. *They know*
and *Put right* stay empty until they are true; an empty one is a gentle reminder of something still open.
`,
};
