import type { HandbookPage } from './handbook-page.ts';

/** The four pieces the outline points to. They open in your browser. */
export const RELATED_READING_PAGE: HandbookPage = {
  id: 'related-reading',
  title: 'Related reading',
  summary: 'Four pieces worth your time, and what each is good for.',
  body: `
Each of these opens in your browser, outside this app. Once shows you where a link leads before it opens, and never fetches
anything itself.

## I. M. Wright: Tell me why (incident RCAs)

[imwrightshardcode.com/2019/10/tell-me-why-incident-rcas](https://imwrightshardcode.com/2019/10/tell-me-why-incident-rcas/)

Read it for the case that a large engineering company makes for the write-up, told plainly and with an edge. It helps most
if you have to win over a team, or yourself.

## A COE template

[medium.com/@josh_70523/postmortem-correction-of-error-coe-template](https://medium.com/@josh_70523/postmortem-correction-of-error-coe-template-db69481da31d)

Read it to see the outline laid out plainly, question by question, ready to copy. Handy when you want to explain to someone
else what a COE looks like before they open an app.

## COE: why was I fired?

[sites.google.com/site/thefaceofamazon: COE, why was I fired](https://sites.google.com/site/thefaceofamazon/home/coe-why-was-i-fired)

Read it to see the form carried over, in earnest, from servers to a working life. Whether or not you agree with its author,
you will see how much the questions can carry.

## Overcoming the fear of failure

[pagerduty.com/blog/engineers-guide-on-the-importance-of-failure](https://www.pagerduty.com/blog/engineers-guide-on-the-importance-of-failure/)

Read it when you notice that you would rather not write anything. It sorts failures into kinds, says which ones can be
prevented and which come with trying something new, and treats shame as part of the subject.
`,
};
