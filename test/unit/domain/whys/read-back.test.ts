import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readBack } from '#domain/whys/read-back.ts';
import { findWhy, flattenWhys, parentOf } from '#domain/whys/tree.ts';
import { arbitraryWhys, someWhy } from '#test/support/arbitrary-whys.ts';

const EVENT = 'The shop was down';

describe('reading back', () => {
  it('goes from the deepest answer up to what happened, one path for each', () => {
    const tree = [
      someWhy('a', [someWhy('b', [], { text: 'no owner' }), someWhy('c', [], { text: 'no alarm' })], {
        text: 'it ran out',
      }),
    ];
    expect(readBack(tree, EVENT).map(({ steps }) => steps)).toEqual([
      ['no owner', 'it ran out', EVENT],
      ['no alarm', 'it ran out', EVENT],
    ]);
  });

  it('passes over answers without words, and over an event that has none', () => {
    const tree = [someWhy('a', [someWhy('b', [someWhy('c', [], { text: ' deep ' })], { text: ' ' })], { text: 'top' })];
    expect(readBack(tree, EVENT)[0]?.steps).toEqual(['deep', 'top', EVENT]);
    expect(readBack(tree, '  ')[0]?.steps).toEqual(['deep', 'top']);
  });

  it('has nothing to read in an empty tree', () => {
    expect(readBack([], EVENT)).toEqual([]);
  });

  it('has one path a leaf, each of which ends with the event and climbs from answer to answer', () => {
    fc.assert(
      fc.property(arbitraryWhys, (tree) => {
        const paths = readBack(tree, EVENT);
        const leaves = flattenWhys(tree).filter(({ why }) => why.whys.length === 0);
        expect(paths.map(({ leaf }) => leaf.id)).toEqual(leaves.map(({ why }) => why.id));
        for (const { leaf, steps } of paths) {
          const climbed: string[] = [];
          for (let why = findWhy(tree, leaf.id); why !== undefined; why = parentOf(tree, why.id))
            climbed.push(why.text);
          expect(steps).toEqual([...climbed.map((text) => text.trim()).filter((text) => text !== ''), EVENT]);
        }
      }),
    );
  });
});
