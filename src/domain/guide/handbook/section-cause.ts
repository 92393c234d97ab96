import { SECTION_HEADINGS } from '../sections.ts';
import type { HandbookPage } from './handbook-page.ts';

/** Help for the section "What was the root cause?". */
export const CAUSE_PAGE: HandbookPage = {
  id: 'section-cause',
  title: SECTION_HEADINGS.cause,
  summary: 'What set it off, what had been waiting, and what each safeguard did.',
  section: 'cause',
  body: `
The heading says *root cause*, in the singular, because everybody knows it by that name. The answer is nearly always several
things that had to be true together; Richard Cook says so in "How Complex Systems Fail". Sidney Dekker adds that a cause is
constructed rather than found: it lies where you stop looking. So do not stop at one.

## What belongs here

- **The trigger**: what set it off on that day. One.
- **The conditions** that had been waiting, some for years. Several. For each: is it yours to change, can you influence it,
  or is it outside your hands? Was it known before?
- **The safeguards**: what should have prevented, noticed, contained or repaired it. Missing, weak, bypassed, or **held**.
  What held kept this from being worse, so keep it on purpose.

## What does not

- A person. "The engineer typed the wrong name" describes the trigger. The condition is that one wrong name was enough.
- "Human error", and its cousins in private life: lazy, scattered, too sensitive.

## For an outage

**Good**

> Trigger: the certificate expired on Sunday at 00:00. Waiting: everyone believed that it renewed itself, since the other
> forty do; the reminder went to someone who had left; the same gap had been noted in 2023. Held: the status page, which is
> hosted elsewhere.

*A trigger, three conditions of different kinds, and one thing that worked.*

**Weak**

> Root cause: human error. The operator forgot to renew the certificate.

*It rests on one person, so the only possible fix is a better person.*

## For a personal error

**Good**

> Trigger: the school moved it from 10:30 to 9:00. Waiting: the letter was read by one of us and believed known by both; my
> mornings have no slack; I had told myself that "around ten" was close enough.

*One part outside, two shared, one your own, and none of it a character flaw.*

**Weak**

> I put work first. I always do.

*"Always" closes the case. What made work win on that one morning?*

## In the editor

Choose the trigger, then add conditions from the list, or your own words. The list is explained in "Words and kinds".
Safeguards appear when the depth is *Full*. Conditions you use in several COEs come together under Themes.
`,
};
