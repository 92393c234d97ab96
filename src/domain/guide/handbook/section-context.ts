import { SECTION_HEADINGS } from '../sections.ts';
import type { HandbookPage } from './handbook-page.ts';

/** Help for the section "Additional context". */
export const CONTEXT_PAGE: HandbookPage = {
  id: 'section-context',
  title: SECTION_HEADINGS.context,
  summary: 'What happened, in a few sentences, and what someone who was not there needs to know about it.',
  section: 'context',
  body: `
Write for someone kind and clever who was not there. After this section they can follow the rest.

## What belongs here

- **What happened, in a few sentences.** For a personal error, begin with them.
- The setting: what this service does and for whom; what you had promised, and to whom; what the role was.
- **What was supposed to happen.** The US Army's after-action review opens with this question, and most outage forms leave
  it out. Without it nobody can see what went differently.
- What had changed lately: people, plans, tools, sleep.
- How you were that day. "Two nights on call" or "new baby, week three" is a fact like any other.

## What does not

- The story moment by moment; that belongs in the timeline.
- Causes and fixes. It is too early, and a reader who meets the cause first stops looking.

## For an outage

**Good**

> Billing prints about 4,000 invoices on the first of each month. Since March a new import feeds it overnight. The import
> was expected to finish by 02:00, as it had three times. On Friday the data had been moved to larger disks.

*It says what the thing is for, what was expected, and what was new, and it blames nothing yet.*

**Weak**

> The invoice job is unreliable legacy code, and as usual nobody had tested it.

*An opinion and a verdict. A newcomer still does not know what was meant to happen.*

## For a personal error

**Good**

> I missed my father's seventieth: I woke up when the lunch had begun, two hours away by train. I had said yes in January.
> That week I had started a new job and slept about five hours a night. I had pictured myself arriving early with the cake.

*It begins with what happened. Then you see the day as it looked from the inside, and the last sentence shows what was lost.*

**Weak**

> I am hopeless with dates, everyone knows that.

*A label. It explains nothing and leaves nothing to change.*

## In the editor

Write a few lines of prose, then answer *What was supposed to happen?* and *What was different this time?* The scales for
how you were and how sure you were are optional; answer them for **that day**, not for today. If you are writing soon
afterwards, note the feeling and come back for the rest later.

The questions beside each section can be put into the text as headings to answer below. One that is in the text has a tick,
which leads back to your answer.
`,
};
