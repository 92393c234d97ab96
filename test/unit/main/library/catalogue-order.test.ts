import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { COE_ORDERS, compareBy } from '#domain/catalogue/coe-order.ts';
import { type CoeSummary, summarise } from '#domain/catalogue/coe-summary.ts';
import { coeFileName } from '#main/coe-files/file-names.ts';
import { Catalogue, type CatalogueEntry } from '#main/library/catalogue.ts';
import { someCoe } from '#test/support/some-coe.ts';

const BASE = summarise(someCoe({ title: 'The pager' }));

const idOf = (number: number): string => `01${String(number).padStart(24, '0')}`;

const entryOf = (summary: CoeSummary): CatalogueEntry => ({
  summary,
  revision: 'any',
  stamp: { mtimeMs: 0, size: 0, ino: 0 },
});

describe('the lists of a catalogue', () => {
  const change = fc.record({
    number: fc.nat(70),
    what: fc.constantFrom('put', 'put', 'put', 'remove', 'problem'),
    title: fc.constantFrom('a', 'A', 'b', ''),
    severity: fc.constantFrom(null, 0, 3),
    updatedAt: fc.constantFrom('2026-05-01T10:00:00.000Z', '2026-05-02T10:00:00.000Z'),
  });

  it('are in order after any changes, few or many', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 80 }), { maxLength: 6 }), (rounds) => {
        const catalogue = new Catalogue();
        for (const changes of rounds) {
          for (const { number, what, ...values } of changes) {
            const id = idOf(number);
            if (what === 'put') catalogue.put(entryOf({ ...BASE, id, ...values }));
            else if (what === 'remove') catalogue.remove(coeFileName(id));
            else
              catalogue.putProblem(coeFileName(id), {
                problem: { fileName: coeFileName(id), reason: 'not-json' } as never,
                stamp: null,
              });
          }
          for (const order of COE_ORDERS) {
            const all = [...catalogue.entries()].map(({ summary }) => summary);
            expect(catalogue.inOrder(order)).toEqual(all.sort(compareBy(order)));
          }
        }
      }),
    );
  });

  it('leave a list alone that somebody still goes through', () => {
    const catalogue = new Catalogue();
    for (let number = 0; number < 10; number += 1) catalogue.put(entryOf({ ...BASE, id: idOf(number) }));
    const before = catalogue.inOrder('changed');
    const copy = [...before];
    catalogue.put(entryOf({ ...BASE, id: idOf(3), updatedAt: '2026-06-01T10:00:00.000Z' }));
    catalogue.remove(coeFileName(idOf(5)));
    expect(catalogue.inOrder('changed')).toHaveLength(9);
    expect(before).toEqual(copy);
  });
});

test('after a save, a list of a thousand COEs is not compared again', () => {
  let reads = 0;
  const catalogue = new Catalogue();
  const put = (number: number, updatedAt: string): void => {
    const summary = { ...BASE, id: idOf(number) };
    Object.defineProperty(summary, 'updatedAt', {
      get: () => {
        reads += 1;
        return updatedAt;
      },
    });
    catalogue.put(entryOf(summary));
  };
  for (let number = 0; number < 1000; number += 1)
    put(number, `2026-05-01T10:${String(number % 60).padStart(2, '0')}:00.000Z`);
  catalogue.inOrder('changed');
  reads = 0;
  put(500, '2026-06-01T10:00:00.000Z');
  expect(catalogue.inOrder('changed')[0]?.id).toBe(idOf(500));
  // Two searches by halves, each of ten comparisons of two COEs.
  expect(reads).toBeLessThanOrEqual(2 * 10 * 2);
});
