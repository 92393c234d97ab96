import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { unreadMoment } from '#domain/time/moment.ts';

import { someCoe } from './some-coe.ts';
import { timelineEntry } from './timeline-entry.ts';

/**
 * A COE that says the given texts wherever it can say anything: the first as its title and short answers, each as a row
 * of every list and as the prose of a section in turn. `word` stands before each, so that a search finds it.
 */
export function coeFullOf(texts: readonly string[], number: number, word = ''): Coe {
  const said = (index: number): string => `${word} ${texts[index % texts.length] ?? ''}`.trim();
  const first = said(0);
  const rows = <Row>(make: (text: string, id: string) => Row): Row[] =>
    texts.map((_, index) => make(said(index), `r${index}`));
  const base = someCoe({}, number);
  const { sections } = base;
  return coeSchema.parse({
    ...base,
    title: first,
    summary: first,
    lifeArea: first,
    author: first,
    coach: first,
    tags: rows((text) => text),
    unplaced: first,
    links: [{ id: 'l', type: 'related', coeId: base.id, note: first }],
    sections: {
      context: { ...sections.context, prose: said(0), expected: first, different: first, stateWords: first },
      customerImpact: {
        prose: said(1),
        groups: rows((text, id) => ({ id, who: text, howMany: text, affected: text })),
      },
      impact: {
        prose: said(2),
        costs: rows((text, id) => ({ id, what: text, amount: text, unit: text })),
        feelings: rows((text, id) => ({ id, word: text })),
      },
      timeline: {
        prose: said(3),
        entries: rows((text, id) => ({
          ...timelineEntry(id, base.happened, { what: text, evidence: text, knewThen: text }),
        })),
      },
      noticed: { prose: said(4), channel: first, earliest: unreadMoment(first), halve: first },
      mitigated: {
        prose: said(5),
        steps: rows((text, id) => ({ id, text })),
        helpers: first,
        knewItWorked: first,
        halve: first,
      },
      cause: {
        prose: said(6),
        triggerNote: first,
        conditions: rows((text, id) => ({ id, condition: text, note: text })),
        safeguards: rows((text, id) => ({ id, text })),
      },
      whys: {
        prose: said(7),
        happened: rows((text, id) => ({ id, text, evidence: text, whys: [{ id: `${id}.1`, text, evidence: text }] })),
        unnoticed: rows((text, id) => ({ id: `u${id}`, text, evidence: text })),
      },
      learned: {
        prose: said(8),
        lessons: rows((text, id) => ({ id, rule: text, elsewhere: text })),
        wentWell: rows((text, id) => ({ id, text })),
        wentBadly: rows((text, id) => ({ id, text })),
        lucky: rows((text, id) => ({ id, text })),
        surprisedBy: rows((text, id) => ({ id, text })),
        shouldHear: first,
        value: first,
      },
      actions: {
        prose: said(9),
        items: rows((text, id) => ({
          id,
          text,
          owner: text,
          dueWords: text,
          doneWhen: text,
          declinedReason: text,
          proposedBy: text,
          doneOnWords: text,
          checkDateWords: text,
          checkQuestion: text,
        })),
        premortem: first,
      },
    },
  });
}
