import type { HandbookPage } from './handbook-page.ts';

/** For the writer who shares a COE with one person and gets questions back. */
export const BEING_COACHED_PAGE: HandbookPage = {
  id: 'being-coached',
  title: 'Being coached',
  summary: 'Share one COE with one person, on your terms, and get questions back.',
  body: `
A second pair of eyes finds what you cannot: you know too well what you meant. A coach does not grade or edit your COE. A coach
asks, and you answer if the question is worth it.

## Choose who, then what

Pick somebody who wants you to do well and has no decision about you pending. If that person is also your manager, agree first
what the COE is for, and what it is not for. Every copy says "not for ratings or discipline" unless you turn that off.

Then choose **Share for coaching…** in the File menu and go through it slowly:

1. **For whom.** Somebody whose card you have, or anyone who has the file.
2. **What goes along.** Each section, field and row is one of three: *only me*, *coaching* or *published*. A COE about yourself
   starts with nothing shared: you add what you want read. A COE about an outage starts with most of it shared; feelings, your
   state on the day, the value behind a lesson and tags stay with you until you say otherwise.
   Pictures and files each have a label of their own. A picture leaves without what the camera added; a file leaves as it is.
3. **Names.** Each name that was found is kept, replaced or left out, everywhere in the copy and in your answers.
4. **The copy itself.** What you see is read back from the finished copy. If something in it makes you hesitate, take it out.

Your choice is remembered in the COE, so the next copy starts from it. If you close the dialog before you save the file, your decisions
about names and your wishes are still there when you open it again, also after a restart. **Cancel** gives them up.

## Exchange cards first

A card is a small file with your name and two public keys. Send yours, get theirs, open it in Once, and then read the eight
groups of letters to each other, on the phone or in the same room. If they match, nobody in between swapped a card. Copies for
that person are encrypted, so that only the two of you can open them, and signed, so that the other side can tell they are
yours.

Without a card you can still save a copy that anyone can open. Then the way you send it is all the protection it has.

## What leaves the computer

Nothing, until you send the file yourself: Once saves it where you say and sends nothing.

In the file is what you marked, and beside it: the name on your card, your two public keys, what kind of COE it is, the day you made the
copy, which sections and how many rows, fields, names and pictures you left out, and your wishes to the reader. Rows have ids made for this reader alone, so
that two readers cannot match their copies by them.

Never in it: other COEs, links between COEs, earlier versions, when you wrote and for how long, advice you
dismissed, file paths, and anything this version of Once has no rule for.

## What a pseudonym is, and is not

"Person A" stands for the same person in all copies of one COE for the same reader. It keeps a name out of a search and off a projector. It
does not hide who somebody is from a reader who was there: the role, the day and the story tell. If that matters, leave the row
out, or write it so that they could read it. Names that appear only in running text can be missed, so read the copy through.

## When questions come back

Open the reply with **Open shared file…**. It changes nothing in your COE. Questions stand beside your text, at the passage they are
about, and **What is new** says what came. You may have changed the text meanwhile. A question whose passage is gone stays in its section, in full, with the
words it was about; if there is a likely new place, it is offered and never taken for you.

Answer, resolve, or say *not now*. Only you can resolve or reopen a question; only its author can withdraw it. A proposed action becomes yours only if you accept it, as it is or changed, and keeps the name of
who proposed it; where it says "Person A", you get the name back. Your answers go along with your next copy, which shows them before you
save it. An answer that you withdraw before that never leaves. One that you typed but did not store stays on this computer, and is there when you
come back, also after a lock or a crash. You can open the same reply twice, or an older one after a newer: nothing
comes twice and nothing gets lost.

## Taking it back

You can withdraw what you shared: **Share for coaching…**, then the reader, then **Withdraw…**. Once makes a small file that asks the other side to remove every copy and the thread, and their
Once does so when they open it. It cannot reach a copy in a mailbox, a backup, a printout or a memory. *Please delete after* is a
wish of the same kind, not a lock.
`,
};
