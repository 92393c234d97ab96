import type { HandbookPage } from './handbook-page.ts';

/** Four questions people ask before they write their first COE, or their tenth. */
export const FAQ_PAGE: HandbookPage = {
  id: 'faq',
  title: 'FAQ',
  summary: 'Is it worth it, how to keep it going, how companies differ, and whether it is only for outages.',
  body: `
## Is it worth the cost?

Usually, if you choose the size by what a repeat would cost.

A COE has a price: your time, other people's time, and the discomfort of going back. Once counts the minutes you spend
writing, so that you can compare them with how serious each mistake was and answer this question from your own numbers. The
chart is under Themes.

Some things that tip the balance:

- **Take the short one more often.** Five sections, about ten minutes: what happened, who it affected, what it cost, one cause, one action.
  A sensible rule for a team is a few lines for every outage and a COE for the large ones.
- **Write up near misses.** They teach the same lesson and nobody was hurt. The VOID, which collects public incident
  reports, considers them valuable for just this reason, yet they are seldom written down.
- **The writing is the smaller part of it.** A COE that changes nothing costs the same as one that does. If you have an
  hour, spend twenty minutes on the story and forty on one action that makes the error impossible.
- **It is not worth it** when the cause is known, the fix is under way, and there is nobody left to tell. Link the new one
  to the old one, note that it came back, and look at why the earlier fix did not hold.

There is an honest limit: nobody can show you the outage that never happened. What you *can* see is whether the same theme
returns, and how long ago it last did.

## How to ensure they are happening?

Not by demanding them. People who are made to write play it safe.

**Make it safe.** PagerDuty's first step is that leaders commit, aloud, to no blame. Say where a COE will be read and where
it never will: not in ratings, not in discipline. One exception, and the trust is gone.

**Make it clear when one is due.** Google sets the conditions in advance (so many users, any data loss, someone had to step
in by hand), so that asking for one is never a comment on a person. PagerDuty and Atlassian tie it to severity. In private
life, a rule such as *anything I apologised for twice* works well.

**Make it soon, but not at once.** PagerDuty expects three days after the most serious incidents and five after the others.
Etsy lets it soak for two days first. For something that hurts, write the facts and the feeling today and leave the whys
until you want them.

**Make it short to start.** Title, date, kind: that is all Once asks. A draft is a COE too.

**Let someone read it who was not there.** Can they follow it? Atlassian asks for an approval; here it is a person you
chose. A coach asks questions and does not edit. Questions that begin with *how* or *what* work; *why*, said to a person,
sounds like an accusation.

**Go back.** The date to check again is the part most often left out. Put an hour in the calendar each quarter: which checks
are due, which themes returned, what held.

**Go first.** If you lead others, publish one of your own, about something that really was your own mistake.

## Per company differences?

The ten questions are the same nearly everywhere. What differs is the name, when one is required, and what gets emphasised.

| | Name | Emphasis | Required when | Deadline | Causes | Actions |
|---|---|---|---|---|---|---|
| Amazon | COE | harm to customers; whys that reach the set-up and the process; "what would halve it?" | customers were affected | about two weeks | several chains of whys | owner, priority, date |
| Google | Postmortem | trigger and root causes, luck, sharing | thresholds set in advance | promptly | plural | type, owner, tracked |
| Microsoft | RCA, PIR | what customers can do themselves, too | major incidents | 3 days, then 14 | what went wrong and why | dated, status shown |
| Atlassian | Postmortem | approvals; a backlog, and a check for recurrence | severity 1 and 2 | a meeting | proximate and root cause, six categories | within 4 or 8 weeks |
| PagerDuty | Postmortem | factors; what and how; a message to the public | every severity 1 and 2 | 3 or 5 days | contributing factors | 15 or 30 days |
| Etsy | Debriefing | learning, surprise, a facilitator | when it is useful | soak for 2 days | none sought | optional |
| GitLab | Incident review | public; follow-ups in the tracker | severity 1, or on request | weekly | contributing | sorted within a day |

Practices change, so take the table as an overview of the range, and ask at your workplace. Two differences are worth
thinking about:

- **One cause or many.** Amazon asks for several chains of whys, PagerDuty speaks of factors, and Etsy looks for none. Once
  keeps the familiar headings and lets the whys branch.
- **Done or held.** Most count an action as finished when it is closed. Atlassian checks for recurrence. Once keeps the two
  apart: *done* is a date, *held* is what you found when you checked.

## Should I use this beyond service outages?

Yes. That is why this app has four kinds and only one of them is *Outage*.

The method needs three things: something happened, it mattered to somebody, and you would rather it did not happen again.
People who have tried it on their own lives have independently arrived at almost this outline: a narrow event, why it
mattered, a timeline, how long it took to notice and to put right, and whys.

Some words change. The customer becomes whoever counted on you. The alarm becomes a reminder, a face, a silence. Mitigation
becomes amends. A runbook becomes a habit. The editor makes these changes for you.

Some things should be different, and here they are:

- **It is private unless you decide otherwise.** It stays on this computer. When you export it, feelings and your state on
  the day stay behind unless you ask for them.
- **You may write now and understand later.** While it is still raw, the facts and the feeling are enough.
- **Chance counts.** Being let go in a round that took a whole floor has a cause, and it may not be you. *Outside my hands*
  is a full answer.
- **Not every failure is an error.** Amy Edmondson's spectrum runs from carelessness at one end to a well-made experiment at
  the other. A good bet that lost needs a note, not a fix.

Do *not* use it to punish yourself. If writing makes you feel smaller each time, close it and talk to someone.
`,
};
