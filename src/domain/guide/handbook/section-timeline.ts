import { SECTION_HEADINGS } from '../sections.ts';
import type { HandbookPage } from './handbook-page.ts';

/** Help for the section "What is the timeline?". */
export const TIMELINE_PAGE: HandbookPage = {
  id: 'section-timeline',
  title: SECTION_HEADINGS.timeline,
  summary: 'What happened, in order, and what you knew at each point.',
  section: 'timeline',
  body: `
The timeline is the part everyone can agree on. Write it first if you are stuck; causes tend to show themselves while you
do.

## What belongs here

- **Facts with a time and a zone**, from before anyone noticed until it was put right.
- What people *saw and believed* then, beside what turned out to be true. It is the surest cure for hindsight.
- **Moments that helped**, as well as the ones that harmed.
- Where you know it from: a log, a message, a photo, memory.
- Five milestones: when it began, was noticed, was told to those concerned, was mitigated, and was resolved.

## What does not

- Judgements ("too late", "carelessly"). Let the times speak.
- Exactness you do not have. "In March" is better than an invented Tuesday.

## Writing rows

A row is one line until you use it. Then it opens and shows its mark and its evidence. Tab goes from the time to the text,
Enter starts the next row, and the arrow keys go to the text above or below. Rows sort themselves by time.

**Paste a chat log, a list or a table** into the time or the text of a row. You see which rows it becomes and what each time
was read as, and can correct the day, the zone and the names before they are added. A line without a time belongs to the row
above. Escape pastes it as text, and so does Ctrl+Shift+V.

## Gaps

AWS asks that no gap of more than fifteen minutes during an event stay unexplained. The editor uses that for outages, a day
for missed events and other mistakes, and a month for a career setback. A gap is a question, never a fault: what happened
there?

## For an outage

**Good**

> 02:14 CET. First timeouts in the import log. Nobody is watching; the alert counts errors, not timeouts.
>
> 07:52. The early shift sees a short invoice run and takes it for the holiday. *Believed: fewer orders.*

*A time, a fact, a belief, and a reason to call it reasonable.*

**Weak**

> 02:00 to 08:00. System degraded, team failed to react.

*Six hours in one line, and an accusation in place of a fact.*

## For a personal error

**Good**

> Thu 15:40. Third reminder. I swipe it away: the call will be done by four. *Believed: the drive is twenty minutes.*
>
> Thu 16:25. Still on the call. I know now, and I stay four more minutes.

*Honest to the minute. The second line is hard to write, and it is where the cause is.*

**Weak**

> I got distracted and missed it.

*The whole afternoon is missing.*

## In the editor

Add rows in any order; they sort themselves. Give a minute, a day, a month, a year, or *not known*. Mark the row of each
milestone, and the times in the header follow.

Type times as you would say them: 10:04, 9:30 PM, half past nine, about 10, Sunday 1:02, two days ago, 14 May, May 2026, 02:02 CET, or a
question mark. Below the field stands how it was read.

- **A clock time continues from the row above**: 00:02 after 23:51 is the next day. A time a little earlier stays on the same day, so
  you can add something you forgot. *Page Down* and *Page Up* change the day.
- **Weekdays and words such as *yesterday* count from the day of that row**, or from the day of the COE.
- **12/11/2026** is read in the order of your computer, or the one you choose in the settings, and the field says which.
- **What cannot be read is kept as you typed it**, and the section says so. It counts as not known until you change it.
`,
};
