import { expect, it } from 'vitest';

import { type CoeSummary, summarise } from '#domain/catalogue/coe-summary.ts';
import { Catalogue } from '#main/library/catalogue.ts';
import type { LibraryCore } from '#main/library/library-core.ts';
import { createSearcher } from '#main/library/searcher.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

const needles = (word: string) => ({ wanted: [word], unwanted: [] });

it('folds a summary once, however often it is searched before the index is complete', async () => {
  const catalogue = new Catalogue();
  let read = 0;
  const put = (number: number, title: string): void => {
    const summary: CoeSummary = summarise(someCoe({ title }, number));
    Object.defineProperty(summary, 'title', { get: () => ((read += 1), title) });
    catalogue.put({ summary, revision: title, stamp: { mtimeMs: 0, size: 0, ino: 0 } });
  };
  for (const number of [1, 2, 3]) put(number, `Pager ${number}`);
  const index = { find: () => Promise.resolve(() => null), isComplete: () => false, version: () => 0 };
  const searcher = createSearcher({ catalogue, index, paths: { coes: '' } } as unknown as LibraryCore);
  const found = await searcher.scores(needles('pager'));
  expect([found(testId(1)), found(testId(9))]).toEqual([1, null]);
  expect(read).toBe(3);
  expect((await searcher.scores(needles('pager 2')))(testId(1))).toBeNull();
  expect(read).toBe(3);
  put(2, 'Telephone');
  expect((await searcher.scores(needles('telephone')))(testId(2))).toBe(1);
  expect(read).toBe(4);
});
