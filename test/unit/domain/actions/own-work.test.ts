import { describe, expect, it } from 'vitest';

import { isOwnName, ownCoes, ownNames, withOwnActions } from '#domain/actions/own-work.ts';
import { type CoeSummary, summarise } from '#domain/catalogue/coe-summary.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { someCoe } from '#test/support/some-coe.ts';

function coe(number: number, author: string, ...owners: string[]): CoeSummary {
  const made = someCoe({ author }, number);
  made.sections.actions.items = owners.map((owner, place) =>
    actionSchema.parse({ id: `a${place}`, text: `Action ${place}`, owner }),
  );
  return summarise(made);
}
const ownersIn = (summaries: readonly CoeSummary[]): string[] =>
  summaries.flatMap(({ actions }) => actions.map(({ owner }) => owner));

describe('own names', () => {
  it('are compared without case, accents and spaces around them', () => {
    const names = ownNames('Zoë Smith', 'zs, Zo ');
    for (const name of ['zoe smith', 'ZOË  SMITH', ' ZS', 'zo']) expect(isOwnName(name, names)).toBe(true);
    for (const name of ['Zoe', 'smith', '']) expect(isOwnName(name, names)).toBe(false);
  });
});

describe('own work', () => {
  const names = ownNames('Ann', 'a.lee');
  const all = [coe(1, 'ann', 'Ben', 'A.Lee', ''), coe(2, 'Ben', 'Ann', 'Ben', ''), coe(3, '')];

  it('is the COEs one wrote', () => {
    expect(ownCoes(all, names)).toEqual([all[0]]);
  });

  it('is the actions one owns, and those without an owner in a COE one wrote', () => {
    expect(ownersIn(withOwnActions(all, names))).toEqual(['A.Lee', '', 'Ann']);
  });

  it('is everything while one has no name', () => {
    expect(ownCoes(all, ownNames('', ' , '))).toEqual(all);
    expect(withOwnActions(all, ownNames('', ''))).toEqual(all);
  });
});
