import type { HandbookPage } from './handbook-page.ts';

/** Patterns, and the walk through the likely repeats of the library. */
export const PATTERNS_PAGE: HandbookPage = {
  id: 'patterns',
  title: 'Patterns and repeats',
  summary: 'Traps in your own words: how they are named, where they appear, and how earlier repeats are found.',
  body: `
Most mistakes come back in other clothes, and only you can say that they are the same. So the app asks once below the whys,
and once more when a COE is ready: **have you met this trap before?** Choose one of your patterns with its number, press M for
the others or N to name a new one in a sentence of your own ("I said yes before I looked at the calendar"), or 0 for not now. In the first COE of a library it asks what you would call the trap. **Have you met this trap before?** in the palette asks again at any time, and the header shows the patterns of a COE, where you can remove them.

## The page of a pattern

Each pattern has a page, under *Patterns* once there is one: its COEs in time, what was tried and whether it held, and what you
are trying now. Say **ask me before** which moment, and Today shows the pattern on those days. A pattern can be merged into
another, split, deleted, and retired when it has stayed away for as long as you say. The list and Themes filter by pattern, and
the search finds *pattern:calendar*. Which questions you put off stays on this computer; patterns are part of the library.

## Repeats that are there already

**Look for repeats in the library** (in the View menu, and on the page of all patterns) compares all COEs and shows the likely
pairs one by one, each with one key: R links them as a repeat, P gives both a pattern, N says that they are not the same, and L
leaves them for later. The receipt of an import says how many of its COEs look like others, and leads to the same screen.

A pair that is linked, or whose COEs share a pattern, does not come up again; nor does one that you said is not the same.
Everything can be undone. The pairs are found by words and choices, so a repeat told in other words is missed.
`,
};
