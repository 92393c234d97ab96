import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { coeSchema } from '#domain/coe/coe.ts';
import { SECTION_IDS } from '#domain/coe/vocabulary.ts';
import { chooseParts } from '#domain/export/choose-parts.ts';
import { DEFAULT_EXPORT_CHOICE, WHOLE_EXPORT_CHOICE } from '#domain/export/export-choice.ts';
import { pseudonymsFor } from '#domain/export/pseudonyms.ts';
import { arbitraryCoe } from '#test/support/arbitrary-coe.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { someCoe } from '#test/support/some-coe.ts';

const base = someCoe();
const PSEUDONYMS = { ...DEFAULT_EXPORT_CHOICE, names: 'pseudonyms' } as const;

/** A COE whose texts are given by section. */
const withSections = (sections: Record<string, object>, changes: object = {}) =>
  coeSchema.parse({ ...base, ...changes, sections: { ...base.sections, ...sections } });

describe('choosing parts', () => {
  it('leaves any COE as it is when everything is chosen', () => {
    fc.assert(
      fc.property(arbitraryCoe, (coe) => {
        expect(chooseParts(coe, WHOLE_EXPORT_CHOICE)).toEqual(coe);
      }),
    );
  });

  it('always gives a valid COE', () => {
    const choices = fc.record({
      sections: fc.subarray([...SECTION_IDS]),
      names: fc.constantFrom('as-written' as const, 'pseudonyms' as const),
      privateFields: fc.boolean(),
      unplaced: fc.boolean(),
    });
    fc.assert(
      fc.property(arbitraryCoe, choices, (coe, choice) => {
        const chosen = chooseParts(coe, choice);
        expect(coeSchema.parse(chosen)).toEqual(chosen);
      }),
    );
  });

  it.each(SECTION_IDS)('leaves nothing of the section %s when it is not chosen', (id) => {
    const coe = coeFullOf(['zebra'], 1);
    const others = SECTION_IDS.filter((other) => other !== id);
    const chosen = chooseParts(coe, { ...WHOLE_EXPORT_CHOICE, sections: others });
    expect(JSON.stringify(chosen.sections[id])).not.toContain('zebra');
    expect(chosen.sections[others[0] ?? id]).toEqual(coe.sections[others[0] ?? id]);
  });

  it('leaves words behind that stand beside a date, where their writer cannot see them', () => {
    const coe = withSections({ actions: { items: [{ id: 'a', due: '2026-06-05', dueWords: 'secret' }] } });
    for (const choice of [DEFAULT_EXPORT_CHOICE, PSEUDONYMS, { ...WHOLE_EXPORT_CHOICE, names: 'pseudonyms' as const }])
      expect(JSON.stringify(chooseParts(coe, choice))).not.toContain('secret');
    const typed = withSections({ actions: { items: [{ id: 'a', dueWords: 'after the holidays' }] } });
    expect(JSON.stringify(chooseParts(typed, DEFAULT_EXPORT_CHOICE))).toContain('after the holidays');
  });

  it('leaves private fields behind unless they are chosen', () => {
    const coe = withSections(
      {
        context: { prose: 'Open.', stateThen: 2, stateWords: 'secret', confidenceThen: 4, 'x-new': 'secret' },
        impact: { feelings: [{ id: 'f', word: 'secret', onTheDay: 8, now: 2 }] },
      },
      { minutesWriting: 93, lookAgain: '2027-01-01', dismissed: { advice: ['secret'] }, 'x-more': 'secret' },
    );
    const chosen = chooseParts(coe, DEFAULT_EXPORT_CHOICE);
    expect(JSON.stringify(chosen)).not.toMatch(/secret|93|2027/);
    expect(chosen.sections.context).toMatchObject({ prose: 'Open.', stateThen: null, confidenceThen: null });
    expect(JSON.stringify(chooseParts(coe, WHOLE_EXPORT_CHOICE)).match(/secret/g)).toHaveLength(5);
  });

  it('leaves unplaced text behind when it is not chosen', () => {
    const coe = coeSchema.parse({ ...base, unplaced: 'A stray paragraph.' });
    expect(JSON.stringify(chooseParts(coe, { ...WHOLE_EXPORT_CHOICE, unplaced: false }))).not.toContain('stray');
    expect(JSON.stringify(chooseParts(coe, WHOLE_EXPORT_CHOICE))).toContain('stray');
  });
});

describe('pseudonyms', () => {
  const prose = (text: string, changes: object = {}) => withSections({ context: { prose: text } }, changes);
  const replaced = (text: string, changes: object) =>
    chooseParts(prose(text, changes), PSEUDONYMS).sections.context.prose;

  it('replace a name in every text of a COE', () => {
    const coe = coeFullOf(['late that evening Zelda Zorn told zelda.zorn@example.com or @zelda or @zzorn or zelda'], 1);
    const chosen = chooseParts({ ...coe, author: 'Zelda Zorn' }, { ...WHOLE_EXPORT_CHOICE, names: 'pseudonyms' });
    expect(JSON.stringify(chosen)).not.toMatch(/zelda|zorn/i);
    expect(chosen.author).toBe('Person A');
    expect(chosen.sections.whys.happened[0]?.whys[0]?.text).toBe(
      'late that evening Person A told person-a@example.invalid or Person A or Person A or Person A',
    );
  });

  it('name author, coach, owners, mentions and those affected in that order', () => {
    const coe = withSections(
      {
        context: { prose: 'Anna, Ben, Cleo, Dan, Eva Ost, Finn, Gina and Hugo met with @ivan.' },
        customerImpact: { groups: [{ who: 'my daughter Eva Ost' }, { who: 'All customers in Berlin' }] },
        mitigated: { helpers: 'Finn from support and Gina' },
        learned: { shouldHear: 'Hugo, the platform team' },
        actions: {
          items: [
            { text: 'Pair', owner: 'Cleo & Dan' },
            { text: 'Ask', owner: 'me' },
          ],
        },
      },
      { author: 'Anna', coach: 'Ben' },
    );
    const { sections } = chooseParts(coe, PSEUDONYMS);
    expect(sections.context.prose).toBe(
      'Person A, Person B, Person C, Person D, Person E, Person F, Person G and Person H met with Person I.',
    );
    expect(sections.customerImpact.groups.map((group) => group.who)).toEqual([
      'my daughter Person E',
      'All customers in Berlin',
    ]);
    expect(sections.learned.shouldHear).toBe('Person H, the platform team');
    expect(sections.actions.items.map((item) => item.owner)).toEqual(['Person C & Person D', 'me']);
  });

  it('are the same for a person in all COEs that leave together', () => {
    const [first, second] = [prose('Ben ran it.', { author: 'Anna' }), prose('Anna ran it.', { author: 'Ben Berg' })];
    const pseudonyms = pseudonymsFor([first, second]);
    expect(pseudonyms.count).toBe(2);
    expect(chooseParts(first, PSEUDONYMS, pseudonyms).sections.context.prose).toBe('Person B ran it.');
    expect(chooseParts(second, PSEUDONYMS, pseudonyms).sections.context.prose).toBe('Person A ran it.');
  });

  it.each([
    ['Will', 'Will it restart? I will ask Will.', 'Person A it restart? I will ask Person A.'],
    ['Anna', 'ANNA’s savannah, Annabel', 'Person A’s savannah, Annabel'],
    ['Zoë Łukasz', 'Zoë; ŁUKASZ', 'Person A; Person A'],
    ['田中', '田中さんが気づいた', 'Person Aさんが気づいた'],
    ['Anna von Berg', 'Anna von Berg, A. Berg, von Bonn', 'Person A, Person A, von Bonn'],
    ['Anna', '[mail](mailto:anna@example.com)', '[mail](mailto:person-a@example.invalid)'],
  ])('replace %s as a whole word', (author, text, expected) => {
    expect(replaced(text, { author })).toBe(expected);
  });

  it('leave ids and words of closed lists alone', () => {
    const coe = withSections({ actions: { items: [{ id: 'open', text: 'open', status: 'open', owner: 'Open' }] } });
    expect(chooseParts(coe, PSEUDONYMS).sections.actions.items[0]).toMatchObject({
      id: 'open',
      text: 'Person A',
      status: 'open',
      owner: 'Person A',
    });
  });

  it('leave times alone', () => {
    const coe = withSections({}, { author: 'Z 08, T 2026', coach: '2026' });
    expect(chooseParts(coe, PSEUDONYMS)).toMatchObject({ happened: coe.happened, createdAt: coe.createdAt });
  });

  it('go on after Z with two letters', () => {
    const owners = Array.from({ length: 28 }, (_, index) => ({ text: 'x', owner: `Owner${index}x` }));
    const { items } = chooseParts(withSections({ actions: { items: owners } }), PSEUDONYMS).sections.actions;
    expect(items.slice(25).map((item) => item.owner)).toEqual(['Person Z', 'Person AA', 'Person AB']);
  });
});
