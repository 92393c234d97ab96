import { describe, expect, it } from 'vitest';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { nameFinder } from '#domain/spelling/names-in.ts';
import { someCoe } from '#test/support/some-coe.ts';

/** A COE with these texts. */
function coeWith({ title = '', prose = '', owner = '' }): Coe {
  const coe = someCoe({ title });
  const { sections } = coe;
  const actions = { ...sections.actions, items: [{ id: 'a', text: '', owner }] };
  return coeSchema.parse({ ...coe, sections: { ...sections, context: { ...sections.context, prose }, actions } });
}

describe('a name in a COE', () => {
  it.each<[string, string, Parameters<typeof coeWith>[0]]>([
    ['begins the name of an owner', 'Zrinka', { owner: 'Zrinka Okonkwo' }],
    ['stands in the middle of the title', 'Émile', { title: 'Outage after Émile’s deploy' }],
    ['stands in the middle of the title in quotation marks', 'Zrinka', { title: 'We call her “Zrinka”' }],
    ['begins the title and stands in a sentence', 'Zrinka', { title: 'Zrinka fell', prose: 'It was Zrinka’s turn.' }],
    ['begins the title and comes again in it', 'Zrinka', { title: 'Zrinka fell and Zrinka rose' }],
    ['has a possessive', 'Zrinka’s', { owner: 'Zrinka' }],
    ['has a plain possessive', "Zrinka's", { owner: 'Zrinka' }],
  ])('%s', (_where, word, texts) => {
    expect(nameFinder(coeWith(texts), [])(word)).toBe(true);
  });

  it.each<[string, string, Parameters<typeof coeWith>[0]]>([
    ['only begins sentences', 'Databse', { title: 'Databse full', prose: 'Databse full. Databse gone.\n\n- Databse' }],
    ['begins a later sentence of the title', 'Databse', { title: 'Review: Databse was full' }],
    ['has no capital', 'databse', { title: 'The databse was full', owner: 'databse' }],
    ['stands neither in the title nor among the owners', 'Databse', { prose: 'The Databse was full.' }],
  ])('is no word that %s', (_where, word, texts) => {
    expect(nameFinder(coeWith(texts), [])(word)).toBe(false);
  });

  it('is also known by what is being written', () => {
    const coe = coeWith({ title: 'Zrinka fell' });
    expect(nameFinder(coe, ['I saw Zrinka.'])('Zrinka')).toBe(true);
    expect(nameFinder(coe, ['Zrinka fell.'])('Zrinka')).toBe(false);
  });
});
