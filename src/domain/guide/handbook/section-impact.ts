import { SECTION_HEADINGS } from '../sections.ts';
import type { HandbookPage } from './handbook-page.ts';

/** Help for the section "What was the impact?". */
export const IMPACT_PAGE: HandbookPage = {
  id: 'section-impact',
  title: SECTION_HEADINGS.impact,
  summary: 'Everything else it cost: money, time, trust, health, chances. And what it gave.',
  section: 'impact',
  body: `
The last section was about the people you served. This one holds everything else: what it took from you, your team, your
family, and what it put at risk without taking it.

## What belongs here

- Costs by area: money, time, trust, health, reputation, opportunity, the people around you.
- **A number with a unit** where there is one, and the word *estimate* where it is one.
- What **nearly** happened. Luck is not a safeguard.
- What it gave you, if anything. Haushofer's public "CV of failures" showed many people that a setback can be listed
  plainly, beside the rest of a life.
- In personal kinds: the feeling, from 0 to 10, on the day and now.

## What does not

- A single figure for how long it lasted, offered as if it were the harm. The VOID, which collects public incident reports,
  finds that duration says little and is not related to severity.

## For an outage

**Good**

> 31 hours of work by six people. €2,400 in credits (finance, final). The audit slipped by a week. Not touched: customer
> data. The same script could have reached it, and we did not know that.

*Units, a source, and an honest near miss at the end.*

**Weak**

> Significant business impact.

*Nobody can weigh "significant", or tell later whether the fix was worth what it cost.*

## For a personal error

**Good**

> €310 for the new booking. Two evenings. I slept badly for a week. Shame was an 8 that night; writing this, three weeks on,
> it is a 3. My brother now confirms plans with my wife instead of me, and I notice it each time.

*Small, exact, and the last sentence shows a cost in trust better than the word would.*

**Weak**

> It ruined everything.

*It may feel true. What, exactly? Listing it usually makes it smaller, and always makes it workable.*

## In the editor

One line per cost; type the amount as you would say it, such as *about 40*. Tick *estimate* if you did not count. A
table from a web page or a spreadsheet can be pasted into a cost: each of its rows becomes one. The
feeling rows are for you alone, and you may leave them empty. If one thought is harsh, write down what speaks for it and
what speaks against it. Both columns.
`,
};
