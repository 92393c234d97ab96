import { describe, expect, it } from 'vitest';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { sectionState } from '#domain/lifecycle/section-state.ts';
import { SECTION_IDS, type SectionId } from '#domain/coe/vocabulary.ts';
import { someCoe } from '#test/support/some-coe.ts';

const withSection = (id: SectionId, section: object): Coe =>
  coeSchema.parse({ ...someCoe(), sections: { [id]: section } });
const stateOf = (id: SectionId, section: object): string => sectionState(withSection(id, section), id);

/** A short sentence. */
const SENTENCE = 'The date was only in my head, and I was late.';

/** What answers each section's question, and one answer to a part beside it. */
const ANSWERS: Record<SectionId, { full: object; part: object; blank: object }> = {
  context: {
    full: { expected: 'Green lights', different: 'Red ones' },
    part: { stateThen: 2 },
    blank: { expected: '', different: '' },
  },
  customerImpact: {
    full: { groups: [{ who: 'Shoppers' }] },
    part: { groups: [{ told: false }] },
    blank: { groups: [{ id: 'group-1' }] },
  },
  impact: {
    full: { costs: [{ what: 'A weekend' }] },
    part: { costs: [{ area: 'time' }] },
    blank: { costs: [{ id: 'a', estimate: false }], feelings: [{ id: 'b' }] },
  },
  timeline: {
    full: { entries: [{ what: 'It broke' }, { what: 'It worked' }] },
    part: { entries: [{ when: { precision: 'day', value: '2026-05-14' } }] },
    blank: { entries: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
  },
  noticed: { full: { by: 'monitor', signal: 'none' }, part: { halve: 'Look at it daily' }, blank: { channel: '' } },
  mitigated: { full: { steps: [{ text: 'Rolled back' }] }, part: { helpers: 'Ana' }, blank: { steps: [{ id: 'a' }] } },
  cause: {
    full: { trigger: 'clock', conditions: [{ condition: 'assumption' }] },
    part: { safeguards: [{ text: 'The alarm' }] },
    blank: { trigger: null, conditions: [{ id: 'a' }, { id: 'b' }] },
  },
  whys: {
    full: { happened: [{ text: 'It ran out', whys: [{ text: 'Nobody knew' }] }] },
    part: { unnoticed: [{ text: 'No alarm' }] },
    blank: { happened: [{ id: 'a', whys: [{ id: 'b' }, { id: 'c' }] }] },
  },
  learned: {
    full: { lessons: [{ rule: 'Dates need owners' }] },
    part: { lucky: [{ text: 'It was a Sunday' }] },
    blank: { lessons: [{ id: 'a' }], wentWell: [{ id: 'b' }] },
  },
  actions: {
    full: { items: [{ text: 'Renew by itself' }] },
    part: { premortem: 'The robot breaks' },
    blank: { items: [{ id: 'a', status: 'open' }] },
  },
};

describe.each(SECTION_IDS)('the state of %s', (id) => {
  const { full, part, blank } = ANSWERS[id];

  it('is empty in a new COE and with rows in which nothing is written', () => {
    expect(sectionState(someCoe(), id)).toBe('empty');
    expect(stateOf(id, blank)).toBe('empty');
    expect(stateOf(id, { prose: ' \n ' })).toBe('empty');
  });

  it('is started by any answer, be it beside the question', () => {
    expect(stateOf(id, part)).toBe('started');
    expect(stateOf(id, { prose: 'A few words' })).toBe('started');
  });

  it('is done once its question has an answer', () => {
    expect(stateOf(id, full)).toBe('done');
  });

  it('is done by a sentence of prose, unless it asks for rows', () => {
    const asksForRows = ['timeline', 'whys', 'actions'].includes(id);
    expect(stateOf(id, { prose: SENTENCE })).toBe(asksForRows ? 'started' : 'done');
  });

  it('is skipped when the writer says so, whatever is in it', () => {
    expect(stateOf(id, { ...full, prose: SENTENCE, skipped: true })).toBe('skipped');
  });
});

describe('the state of a section', () => {
  it('does not depend on what is in the others', () => {
    const coe = coeSchema.parse({
      ...someCoe(),
      sections: Object.fromEntries(SECTION_IDS.filter((id) => id !== 'whys').map((id) => [id, ANSWERS[id].full])),
    });
    expect(SECTION_IDS.filter((id) => sectionState(coe, id) !== 'done')).toEqual(['whys']);
  });

  it('counts an answer to one of two questions as a start', () => {
    expect(stateOf('noticed', { by: 'me' })).toBe('started');
    expect(stateOf('cause', { trigger: 'clock' })).toBe('started');
    expect(stateOf('timeline', { entries: [{ what: 'It broke' }] })).toBe('started');
  });
});
