import { describe, expect, it } from 'vitest';

import { coeSchema } from '#domain/coe/coe.ts';
import { nameCandidates, withPseudonyms, wordsToLookUp } from '#domain/sharing/name-candidates.ts';
import { type NameDecision, nameReplacer } from '#domain/sharing/name-replacer.ts';
import { someCoe } from '#test/support/some-coe.ts';

const pseudonym = (name: string, letter = 'A'): NameDecision => ({
  name,
  as: 'pseudonym',
  pseudonym: `Person ${letter}`,
});
const replace = (text: string, ...decisions: NameDecision[]): string => nameReplacer(decisions).replace(text);

describe('a name that is replaced', () => {
  it.each([
    ['Anna was there.', 'Person A was there.'],
    ['Anna’s laptop, and ANNA and anna and Ánna', 'Person A’s laptop, and Person A and Person A and Person A'],
    ["Anna's laptop", "Person A's laptop"],
    ['a.schmidt@corp.example and aschmidt@corp.example', 'person-a@example.invalid and person-a@example.invalid'],
    ['A\u0301nna, decomposed', 'Person A, decomposed'],
    ['Anna-Lena', 'Person A-Lena'],
    ['I met Anna Schmidt (Schmidt) and A. Schmidt', 'I met Person A (Person A) and Person A'],
    ['anna.schmidt@corp.example wrote', 'person-a@example.invalid wrote'],
    ['@anna and @anna.schmidt', 'Person A and Person A'],
    ['[her page](https://corp.example/people/anna)', '[her page](https://corp.example/people/person-a)'],
    ['[her page](/people/%C3%81nna)', '[her page](/people/person-a)'],
    ['![Anna at the whiteboard](x.png)', '![Person A at the whiteboard](x.png)'],
    ['| Anna | 3 |', '| Person A | 3 |'],
    ['Annabel in the Annex', 'Annabel in the Annex'],
  ])('is replaced wherever it is written: %s', (text, expected) => {
    expect(replace(text, pseudonym('Anna Schmidt'))).toBe(expected);
  });

  it('does not eat a longer word', () => {
    expect(replace('Ann works in the Annex of Ann Arbor.', pseudonym('Ann'))).toBe(
      'Person A works in the Annex of Person A Arbor.',
    );
  });

  it('leaves a name that is kept, also where it is part of another', () => {
    const decisions: NameDecision[] = [
      pseudonym('Anna Schmidt'),
      { name: 'Peter Schmidt', as: 'keep', pseudonym: null },
    ];
    expect(replace('Peter Schmidt met Anna Schmidt', ...decisions)).toBe('Peter Schmidt met Person A');
  });

  it('can be left out, and addresses of others stay', () => {
    const replacer = nameReplacer([{ name: 'Anna', as: 'leave-out', pseudonym: null }]);
    expect(replacer.replace('Anna asked bob@corp.example')).toBe('(name left out) asked bob@corp.example');
    expect(replacer.count()).toBe(1);
  });
});

describe('the names in a COE', () => {
  const coe = someCoe({
    author: 'Anna Schmidt',
    title: 'Zbigniew forgot',
    summary:
      'On Monday Anna called Kubernetes support with Zbigniew Nowak. See [it](https://x.example/users/okonkwo), or ask l.chen@corp.example.',
  });
  const isOrdinary = (word: string): boolean => ['on', 'see', 'support'].includes(word);

  it('are those in fields, in prose, in links and in addresses, each person once', () => {
    expect(wordsToLookUp(coe)).toEqual(expect.arrayContaining(['monday', 'anna', 'zbigniew', 'see']));
    expect(
      nameCandidates(coe, isOrdinary)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Anna Schmidt', 'Kubernetes', 'Zbigniew Nowak', 'l.chen@corp.example', 'okonkwo']);
    expect(nameCandidates(coe, isOrdinary).find(({ name }) => name === 'Zbigniew Nowak')?.count).toBe(2);
  });

  it('are not searched in ids of closed lists', () => {
    expect(nameCandidates(someCoe({ status: 'reviewed' }), () => true)).toEqual([]);
  });

  it('are no ordinary words at the start of a phrase, and places stay', () => {
    const { sections } = coe;
    const groups = [{ who: 'Clinics with Sunday hours in Germany' }, { who: 'Grace' }];
    const withGroups = coeSchema.parse({
      ...coe,
      coach: 'Grace',
      sections: { ...sections, customerImpact: { groups } },
    });
    const words = new Set(['clinics', 'grace', 'on', 'see']);
    const found = nameCandidates(withGroups, (word) => words.has(word));
    expect(found.map(({ name }) => name)).not.toContain('Clinics');
    expect(found.map(({ name }) => name)).not.toContain('Sunday');
    expect(found.map(({ name }) => name)).toContain('Grace');
    expect(withPseudonyms(found, []).find(({ name }) => name === 'Germany')).toMatchObject({ as: 'keep' });
  });

  it('have the same pseudonyms in three copies, while people come and go', () => {
    const copyOf = (summary: string, before: readonly NameDecision[]): NameDecision[] =>
      withPseudonyms(nameCandidates(someCoe({ summary }), isOrdinary), before);
    const first = copyOf('Zbigniew Nowak asked Okonkwo.', []);
    const second = copyOf('Okonkwo asked Lindqvist.', first);
    const third = copyOf('Lindqvist told Zbigniew Nowak, and Zbigniew told Brandvold.', second);
    const letterOf = (name: string): (string | null | undefined)[] =>
      [first, second, third].map((all) => all.find((each) => each.name === name)?.pseudonym);
    expect(letterOf('Zbigniew Nowak')).toEqual(Array.from({ length: 3 }, () => letterOf('Zbigniew Nowak')[0]));
    expect(letterOf('Okonkwo')).toEqual(Array.from({ length: 3 }, () => letterOf('Okonkwo')[0]));
    expect(letterOf('Lindqvist')).toEqual([undefined, letterOf('Lindqvist')[2], letterOf('Lindqvist')[2]]);
    const given = third.flatMap((each) => each.pseudonym ?? []);
    expect(given.length).toBeGreaterThan(3);
    expect(new Set(given).size).toBe(given.length);
  });

  it('get the pseudonym they had before, and nobody gets that of somebody else', () => {
    const before: NameDecision[] = [
      pseudonym('Zbigniew Nowak', 'B'),
      { name: 'Kubernetes', as: 'keep', pseudonym: null },
      pseudonym('Somebody Gone', 'A'),
    ];
    const decisions = withPseudonyms(nameCandidates(coe, isOrdinary), before);
    expect(decisions.slice(0, 3)).toEqual(before);
    const added = decisions.slice(3).map((decision) => decision.pseudonym);
    expect(added.toSorted()).toEqual(['Person C', 'Person D', 'Person E']);
    expect(withPseudonyms(nameCandidates(coe, isOrdinary), decisions)).toEqual(decisions);
  });
});
