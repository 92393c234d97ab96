import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Why } from '#domain/coe/sections/whys.ts';
import {
  addSibling,
  addChild,
  findWhy,
  flattenWhys,
  indentWhy,
  moveWhy,
  newWhy,
  outdentWhy,
  parentOf,
  removeWhy,
  updateWhy,
} from '#domain/whys/tree.ts';
import { arbitraryWhys, someWhy } from '#test/support/arbitrary-whys.ts';

const idsOf = (tree: readonly Why[]): string[] => flattenWhys(tree).map(({ why }) => why.id);
/** A tree in one line: "a(b c) d". */
const drawn = (tree: readonly Why[]): string =>
  tree.map((why) => (why.whys.length === 0 ? why.id : `${why.id}(${drawn(why.whys)})`)).join(' ');
const withoutMarks = (tree: readonly Why[]): Why[] =>
  tree.map((why) => ({ ...why, mark: null, whys: withoutMarks(why.whys) }));

const tree = [someWhy('a', [someWhy('b'), someWhy('c', [someWhy('d')])]), someWhy('e')];

/** A tree and one of its whys. */
const treeAndWhy = arbitraryWhys
  .filter((whys) => whys.length > 0)
  .chain((whys) => fc.tuple(fc.constant(whys), fc.constantFrom(...idsOf(whys))));

type Act = [act: 'ask' | 'beside' | 'move' | 'indent' | 'outdent', which: number, by: number];
const anyActs = fc.array(
  fc.tuple(fc.constantFrom('ask', 'beside', 'move', 'indent', 'outdent'), fc.nat(20), fc.integer({ min: -3, max: 3 })),
  { maxLength: 15 },
) as fc.Arbitrary<Act[]>;

describe('a tree of whys', () => {
  it('loses and doubles nothing, whatever is asked, branched and moved', () => {
    fc.assert(
      fc.property(arbitraryWhys, anyActs, (start, acts) => {
        let whys = start;
        const ids = new Set(idsOf(start));
        acts.forEach(([act, which, by], index) => {
          const all = idsOf(whys);
          const id = all[which % Math.max(all.length, 1)] ?? null;
          const added = newWhy(`new-${index}`);
          if (act === 'ask' || (act === 'beside' && id !== null)) ids.add(added.id);
          if (act === 'ask') whys = addChild(whys, id, added);
          else if (id === null) return;
          else if (act === 'beside') whys = addSibling(whys, id, added);
          else if (act === 'move') whys = moveWhy(whys, id, by);
          else whys = act === 'indent' ? indentWhy(whys, id) : outdentWhy(whys, id);
          expect([...idsOf(whys)].sort()).toEqual([...ids].sort());
        });
        // What was beneath a why that was there at the start and its words came with it.
        for (const { why } of flattenWhys(start)) expect(findWhy(whys, why.id)?.text).toBe(why.text);
      }),
    );
  });

  it('is left as it was by everything that is done with it', () => {
    fc.assert(
      fc.property(treeAndWhy, ([whys, id]) => {
        const before = structuredClone(whys);
        indentWhy(whys, id);
        outdentWhy(whys, id);
        moveWhy(whys, id, 1);
        removeWhy(whys, id);
        addChild(whys, id, newWhy('new'));
        expect(whys).toEqual(before);
      }),
    );
  });

  it('is the same again when a why is indented and outdented, but for the end it marked above', () => {
    fc.assert(
      fc.property(treeAndWhy, ([whys, id]) => {
        const isFirst = (parentOf(whys, id)?.whys ?? whys)[0]?.id === id;
        const indented = indentWhy(whys, id);
        if (isFirst) expect(indented).toEqual(whys);
        else expect(withoutMarks(outdentWhy(indented, id))).toEqual(withoutMarks(whys));
      }),
    );
  });

  it('is changed only where a why is changed', () => {
    const changed = updateWhy(tree, 'd', { text: 'new' });
    expect(findWhy(changed, 'd')?.text).toBe('new');
    expect(changed[1]).toBe(tree[1]);
    expect(changed[0]?.whys[0]).toBe(tree[0]?.whys[0]);
  });
});

describe('asking further', () => {
  it('puts the answer beneath, behind those that are there', () => {
    expect(drawn(addChild(tree, 'a', newWhy('x')))).toBe('a(b c(d) x) e');
    expect(drawn(addChild(tree, null, newWhy('x')))).toBe('a(b c(d)) e x');
    expect(drawn(addChild(tree, 'not there', newWhy('x')))).toBe('a(b c(d)) e');
  });

  it('takes the mark of an end that is one no more', () => {
    const ended = updateWhy(tree, 'e', { mark: 'root-cause' });
    expect(findWhy(addChild(ended, 'e', newWhy('x')), 'e')?.mark).toBeNull();
    expect(findWhy(addChild(ended, 'b', newWhy('x')), 'e')?.mark).toBe('root-cause');
  });
});

describe('a why', () => {
  it('gets another beside it, at any depth', () => {
    expect(drawn(addSibling(tree, 'b', newWhy('x')))).toBe('a(b x c(d)) e');
    expect(drawn(addSibling(tree, 'a', newWhy('x')))).toBe('a(b c(d)) x e');
  });

  it('goes with everything beneath it', () => {
    expect(drawn(removeWhy(tree, 'c'))).toBe('a(b) e');
    expect(drawn(removeWhy(tree, 'a'))).toBe('e');
    fc.assert(
      fc.property(treeAndWhy, ([whys, id]) => {
        const why = findWhy(whys, id);
        const gone = new Set(why === undefined ? [] : idsOf([why]));
        expect(idsOf(removeWhy(whys, id))).toEqual(idsOf(whys).filter((each) => !gone.has(each)));
      }),
    );
  });

  it('moves among those beside it, with what is beneath it', () => {
    expect(drawn(moveWhy(tree, 'c', -1))).toBe('a(c(d) b) e');
    expect(drawn(moveWhy(tree, 'a', 5))).toBe('e a(b c(d))');
  });

  it('goes beneath the one above it, which is then no end', () => {
    const ended = updateWhy(tree, 'b', { mark: 'unknown' });
    const indented = indentWhy(ended, 'c');
    expect(drawn(indented)).toBe('a(b(c(d))) e');
    expect(findWhy(indented, 'b')?.mark).toBeNull();
    expect(drawn(indentWhy(tree, 'b'))).toBe(drawn(tree));
  });

  it('is lifted beside the one it was beneath, and not above the top', () => {
    expect(drawn(outdentWhy(tree, 'd'))).toBe('a(b c d) e');
    expect(drawn(outdentWhy(tree, 'b'))).toBe('a(c(d)) b e');
    expect(drawn(outdentWhy(tree, 'e'))).toBe(drawn(tree));
  });

  it('knows what it explains', () => {
    expect(parentOf(tree, 'd')?.id).toBe('c');
    expect(parentOf(tree, 'e')).toBeUndefined();
  });

  it('is listed with its depth in the order it is read', () => {
    expect(flattenWhys(tree).map(({ why, depth }) => `${depth}${why.id}`)).toEqual(['0a', '1b', '1c', '2d', '0e']);
  });
});
