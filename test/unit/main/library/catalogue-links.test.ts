import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type CoeSummary, summarise } from '#domain/catalogue/coe-summary.ts';
import { chainOf } from '#domain/links/chains.ts';
import { linksOf } from '#domain/links/links-of.ts';
import { coeFileName } from '#main/coe-files/file-names.ts';
import { Catalogue, type CatalogueEntry } from '#main/library/catalogue.ts';
import { someCoe } from '#test/support/some-coe.ts';

const BASE = summarise(someCoe({ title: 'The pager' }));
const MOST = 12;

const idOf = (number: number): string => `01${String(number).padStart(24, '0')}`;

const linkTo = (number: number, type: 'same-cause' | 'related'): CoeSummary['links'][number] => ({
  id: `${type}-${number}`,
  type,
  coeId: idOf(number),
  fixId: null,
  verdict: null,
});

const entryOf = (number: number, links: CoeSummary['links']): CatalogueEntry => ({
  summary: { ...BASE, id: idOf(number), links },
  revision: 'any',
  stamp: { mtimeMs: 0, size: 0, ino: 0 },
});

describe('what a catalogue has for the links of a COE', () => {
  const link = fc.tuple(fc.nat(MOST), fc.constantFrom('same-cause' as const, 'related' as const));
  const change = fc.record({
    number: fc.nat(MOST),
    what: fc.constantFrom('put', 'put', 'put', 'remove', 'problem'),
    links: fc.uniqueArray(link, { maxLength: 3, selector: ([to, type]) => `${type}-${to}` }),
  });

  it('gives the same links and chains as the whole library, after any changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const catalogue = new Catalogue();
        catalogue.load([entryOf(0, [linkTo(1, 'same-cause')]), entryOf(1, [])]);
        for (const { number, what, links } of changes) {
          const fileName = coeFileName(idOf(number));
          if (what === 'put')
            catalogue.put(
              entryOf(
                number,
                links.map(([to, type]) => linkTo(to, type)),
              ),
            );
          else if (what === 'remove') catalogue.remove(fileName);
          else catalogue.putProblem(fileName, { problem: { fileName, reason: 'not-json' } as never, stamp: null });
        }
        const all = [...catalogue.entries()].map(({ summary }) => summary);
        for (let number = 0; number <= MOST; number += 1) {
          const linked = catalogue.linked(idOf(number));
          expect(linksOf(idOf(number), linked)).toEqual(linksOf(idOf(number), all));
          expect(chainOf(idOf(number), linked)).toEqual(chainOf(idOf(number), all));
        }
      }),
    );
  });

  it('is as little in a large library as in a small one', () => {
    const catalogue = new Catalogue();
    for (let number = 0; number < 500; number += 1) catalogue.put(entryOf(number, []));
    catalogue.put(entryOf(3, [linkTo(4, 'same-cause'), linkTo(900, 'related')]));
    const idsFor = (number: number): string[] => catalogue.linked(idOf(number)).map(({ id }) => id);
    expect(idsFor(7).toSorted()).toEqual([idOf(3), idOf(4), idOf(7)]);
    catalogue.put(entryOf(3, []));
    expect(idsFor(7)).toEqual([idOf(7)]);
  });
});
