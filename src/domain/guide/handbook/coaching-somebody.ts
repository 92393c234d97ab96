import type { HandbookPage } from './handbook-page.ts';

/** For the reader of a copy, who asks questions about it. */
export const COACHING_SOMEBODY_PAGE: HandbookPage = {
  id: 'coaching-somebody',
  title: 'Coaching somebody',
  summary: 'Read what somebody shared with you, ask good questions, and keep their trust.',
  body: `
Somebody gave you a piece of writing that was hard to write. What you do in the first five minutes decides whether you will ever
get a second one.

## Ask, do not fix

A copy cannot be edited, on purpose. Ask, comment, say "more, please", or propose an action. Select words to ask about just those.

Questions that begin with *what* or *how* get a story. *Why*, said to a person, gets a defence. *What made that the sensible thing
to do at the time?* asks the same and lets somebody think. **From the question bank** offers some, chosen by what this copy shows:
an expectation that is not written down, a signal that was there and did not reach anyone, a branch of the whys that ends at a
person, a plan made only of reminders. Change the words to yours before you send them.

The words that you asked about stay highlighted. A question that you withdraw before you saved a reply is deleted. One that you typed but
did not add is there when you ask about the same part again, also after a lock or a crash; **Cancel** gives it up.

Three good questions beat ten. End with one that looks ahead.

## People

**People** lists those who shared something with you, the newest first. It is apart from your library: nothing of it turns up in
your COEs, your search, your themes or your backups, and it is encrypted for you alone. For each person you see what they shared, what
the two of you agreed, which questions are open on either side, and when you talk next. There are no scores and no rankings.
People who are counted stop writing.

Nothing of People is in the backups of your library. **Save a backup…** in People writes one file, encrypted with a passphrase, with your
keys, the cards, the copies, the questions and your notes; **Restore a backup…** reads it on a new computer, before you make a card there.
Without your keys, nobody can open what was encrypted for you, so make one when you have exchanged cards.

## Your private notes

Notes have a colour of their own and stay on this computer, also when a copy is withdrawn, until you delete them. They are in no reply, no export and no index. One honest word: data
protection law may give that person a right to see notes about them. Write what you could say to their face.

## Not for ratings or discipline

A COE is honest because it is safe. The day one is quoted in a review, all the others become careful. If you rate or could
dismiss the person, say so before they share, and keep to what you agreed. If you learn of something you must act on, such as
danger or a crime, say so openly, and do not use the copy in secret.

## Sending your reply

**Save the reply** writes a file with your questions so far, encrypted for that person and signed by you. Send it any way you like. A later reply holds the earlier ones too, so nothing breaks if one gets lost.

When a newer copy comes, open it: you see what changed, and your questions stand beside their words where those are still there. A
question whose words are gone stays in the section, and says so.

## Themes of several people

From five people on, **Themes** in People shows what recurs. A theme appears only if it is in what three people or more shared, and
without numbers, so that nobody can be told by subtraction. Feelings, health and the writers' own words are never part of it. It is for
finding what to change in how you all work. It is not for finding who.

That guards what you pass on. You have read the copies; the charts cannot make you forget them.

## If they take it back

A withdrawal asks your Once to remove every copy, the thread, and questions that you typed but did not add. It does so when you open the file, and says on which day it was
withdrawn. If you printed one or saved it elsewhere, please remove that as well. You were asked.

## A talk in one page

**Agenda for a talk** puts it on one page, in four steps known as GROW: what they want from it, where things stand, what could be
done, and what will happen by when. It brings along the open questions, what you agreed last time and what is due. Print it if paper
is less of a wall between you than a screen.
`,
};
