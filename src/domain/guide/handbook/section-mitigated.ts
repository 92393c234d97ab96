import { SECTION_HEADINGS } from '../sections.ts';
import type { HandbookPage } from './handbook-page.ts';

/** Help for the section "How did you mitigate it?". */
export const MITIGATED_PAGE: HandbookPage = {
  id: 'section-mitigated',
  title: SECTION_HEADINGS.mitigated,
  summary: 'What you did to stop or limit the harm, and how you knew it worked.',
  section: 'mitigated',
  body: `
To mitigate is to stop the bleeding. Putting things right and preventing a repeat come later. Here you say what was done
while it hurt, and what helped.

## What belongs here

- The steps in order, **including those that did nothing or made it worse**. The next person will think of them too.
- How you could tell that it worked.
- Whether it will last, or is a plaster that will come off.
- Who helped, and how hard they were to reach. Whom you told, when, and in what words.
- One idea that would have let you do it in half the time.

## What does not

- Plans for the future. They go under the last question.
- Heroics. If someone had to stay up for thirty hours, that is a finding.

## For an outage

**Good**

> 09:02 restarted the import: no change. 09:20 turned off the new disks: worse, half the readers dropped. 09:41 put back
> Friday's settings: errors fell to none within three minutes on the order graph, and a test order went through. A plaster;
> the disks are still needed by June. The one person who knew the settings answered on the fourth call.

*Two wrong turns left in, a sign that it worked, an honest "plaster", and a hint of the next problem.*

**Weak**

> The issue was mitigated by the team.

*By doing what? It would fit any report, so it says nothing in this one.*

## For a personal error

**Good**

> I rang her from the car park, before I had an excuse ready. I said that I had missed it and that I was sorry, and stopped
> there. I offered dinner; what she wanted was for me to watch the video with her and not look at my phone. We did that on
> Sunday.

*What was offered and what was needed are different things, and it says so.*

**Weak**

> I apologised a lot and bought a present.

*It may have been right. Was it what they needed, and how do you know?*

## In the editor

One line per step. *Temporary* or *lasting* is worth an honest answer: a temporary one needs an action of its own. If there
is something you have not yet said to someone, note it here; you decide when.
`,
};
