import type { HandbookPage } from './handbook-page.ts';

/** What the app does so that a mistake stays the only one: repeats, links, checks, Today. */
export const NEVER_TWICE_PAGE: HandbookPage = {
  id: 'never-twice',
  title: 'Never twice',
  summary: 'How a repeat is recognised, and how a fix is followed until you know whether it held.',
  body: `
Anyone can make a mistake once. A COE is worth the most on the day when it would have happened again. Six things in the app
are there for that day.

## Seen before

While you write, the most similar COEs in this library appear beside the text, with what they have in common and what became
of the last fix, and whether it is **very like this one** or **perhaps**. If nothing appears, nothing was similar enough; the
app would rather stay silent than guess. Everything is compared on this computer. Words and choices decide whether a COE is
shown; the meaning of English sentences decides only the order, so a COE that says the same in other words may be missed.
**Not like this one** hides a COE here until you bring it back, and lets it count a little less beside others. A COE that
you linked with a similar one, or gave the same pattern, counts a little more. Where that moved a COE, its reasons say so.

**Look for repeats in the library**, in the View menu, compares all COEs at once and shows the likely pairs one by one.

## Patterns

A *pattern* is a trap that you fall into again and again, in one sentence of your own. Only you can say that two mistakes are
the same trap, so the app asks. The next page, *Patterns and repeats*, says more.

## Links

**Link** says what connects two COEs:

- *Same cause again*: the cause of the earlier one is behind this one too.
- *Same symptom, different cause*: they looked alike.
- *Near miss of*: this time it was caught.
- *Related*: worth reading together.

For a repeat, the app asks which fix was meant to prevent it, and what this says about it: *not done yet; done, and it did
not hold; done too late; a different cause*. A fix that did not hold is marked **came back**, and its COE is reopened. That
is news about the fix, not about you. The **chain of repeats** shows all of them in a row, with the fixes in between.

## Did it hold?

Done and held are different facts. When you tick an action off, the app sets a day to ask about it, which is later for
things that happen rarely. You can change the question, the sign to look for and the day. On that day it asks:

- **Held**: there were chances for it to happen again, and it did not.
- **Partly**: it helped, and something still got through.
- **Came back**: it happened again.
- **Not yet tested**: there has been no chance yet, so say when to ask again.

It is worth guessing how many chances there were. Holding once may be luck; holding ten times seldom is.

A COE is **closed** when every action is done, or declined with a reason, and **held** when its checks are answered.
One that is ready for review or reviewed becomes held with the last of these answers; you need not close it first.
Reopening it loses nothing: what it was before, and why, stays in its history.

## Quick capture

When something has just happened and there is no time, press Ctrl+Shift+N (Command+Shift+N on a Mac) and write a few words:
what, when, which kind. Enter saves them as a draft, and Today asks later whether you want to go on with it. Escape closes
the small window and keeps your text. In Settings you can choose a key that opens it from any program, and an icon in the
tray; both are off at first. The command *once --capture* opens it too.

## Today

The app opens here once something waits for you: checks and actions that are due, drafts to return to, COEs with open
actions that resemble what you are writing, and now and then one from the same date in another year. *Continue where you
were* leads back to what you wrote in the last days. Journal entries that you imported wait below, a few at a
time: *Make a COE of it* opens one, and *Leave it as a note* takes it off the list. If it is too early to think about something, write three lines and
choose *Revisit it later*. If you want, the app shows one reminder a day, without titles unless you allow them. *Save due
dates as a calendar file* in the File menu lets you add the dates to your calendar.

## Checks

Beside the text the app says what it noticed, with a question a good coach would ask. It never blocks you. You see what is
about the section you are in; *elsewhere* holds the rest. *Go there* leads to the words or the field. In a narrow window,
the button beside the title opens all this, and shows how many similar COEs were found.
**Not here** dismisses it for this COE, **Never show this** everywhere; you can turn it on again in Settings.
`,
};
