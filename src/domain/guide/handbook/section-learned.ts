import { SECTION_HEADINGS } from '../sections.ts';
import type { HandbookPage } from './handbook-page.ts';

/** Help for the section "What did you learn?". */
export const LEARNED_PAGE: HandbookPage = {
  id: 'section-learned',
  title: SECTION_HEADINGS.learned,
  summary: 'What you know now, as a rule that is useful elsewhere too.',
  section: 'learned',
  body: `
A lesson is something that will still be useful when every detail of this story is forgotten.

## What belongs here

- **The lesson as a rule**, in one sentence, and **where else it applies**. The second half is where the value is: the same
  trap waits in other places.
- What went well. Gibbs's reflective cycle asks what was good as well as what was bad; outage forms seldom do.
- **Where you were lucky.** Google's postmortem has a heading for it, since next time you may not be.
- What surprised you. Etsy's facilitators listen for surprise: it marks the spot where your picture and reality differ.
- Who should hear this. And, for personal kinds, what it shows that you care about; nobody is sorry about something that
  does not matter to them.

## What does not

- Fixes; they are next.
- Sentences that say you are less than you were. If it is about a skill, call it one *not built yet*.

## For an outage

**Good**

> Rule: a backup is worth what its last restore is worth. Elsewhere: the wiki, the signing keys, the phone system. Lucky:
> the intern still had Tuesday's copy. Surprised: the two people who know this best both expected the restore to take an
> hour.

*A rule that travels, three places to look tomorrow, and luck called by its name.*

**Weak**

> We learned to test more thoroughly.

*What, when, and how would anyone know? It would fit every report of the last ten years.*

## For a personal error

**Good**

> Rule: when someone goes quiet, ask within a day. I waited for her to be ready; she took the waiting for not caring.
> Elsewhere: my team, my father. Went well: I did not explain myself, for once.

*A rule small enough to follow, with its cost and its reach.*

**Weak**

> Never trust anyone. / I need to be a better person.

*One is too broad to live by, the other too broad to begin with.*

## In the editor

One row per lesson, with a box for where else. The short lists (well, badly, lucky, surprised) take a few words each. Two
lessons you will use are worth more than nine.
`,
};
