import fc from 'fast-check';

import type { Why } from '#domain/coe/sections/whys.ts';
import { WHY_ENDING_IDS } from '#domain/coe/vocabulary.ts';

/** A why with what a test says about it. */
export const someWhy = (id: string, whys: Why[] = [], changes: Partial<Why> = {}): Why => ({
  id,
  text: `because of ${id}`,
  evidence: '',
  control: null,
  mark: null,
  whys,
  ...changes,
});

const branches = (depth: number): fc.Arbitrary<Why[]> =>
  fc.array(
    fc
      .tuple(
        fc.option(fc.constantFrom(...WHY_ENDING_IDS)),
        fc.constantFrom('', '  ', 'said', 'said too'),
        depth === 0 ? fc.constant<Why[]>([]) : branches(depth - 1),
      )
      .map(([mark, text, whys]) => someWhy('', whys, { mark, text })),
    { maxLength: 3 },
  );

/** Any tree of whys, three levels at most, with ids by place: "1", "1.2", "1.2.1". */
export const arbitraryWhys: fc.Arbitrary<Why[]> = branches(2).map((tree) => numbered(tree, ''));

const numbered = (tree: readonly Why[], prefix: string): Why[] =>
  tree.map((why, index) => {
    const id = `${prefix}${index + 1}`;
    return { ...why, id, whys: numbered(why.whys, `${id}.`) };
  });
