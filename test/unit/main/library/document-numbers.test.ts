import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { createDocumentNumbers } from '#main/library/document-numbers.ts';
import { createTaskHandlers } from '#main/search/task-handlers.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

const pager = { wanted: ['pager'], unwanted: [] };

function libraryOf(count: number) {
  const folder = path.join(temporaryFolder(), 'coes');
  mkdirSync(folder);
  const ids = Array.from({ length: count }, (_, number) => {
    const coe = someCoe({ title: `Pager ${number}` }, number);
    writeFileSync(path.join(folder, `${coe.id}.json`), writeCoe(coe));
    return coe.id;
  });
  const worker = createTaskHandlers();
  worker['index-files']({ folder, ids });
  return { worker, ids, folder };
}

const save = (worker: ReturnType<typeof createTaskHandlers>, number: number, title: string): null =>
  worker['index-text']({ id: testId(number), text: writeCoe(someCoe({ title }, number)) });

describe('the numbers of found COEs', () => {
  it('bring each id once: a search after the first sends no id', () => {
    const { worker, ids } = libraryOf(20);
    const numbers = createDocumentNumbers();
    const first = worker.find({ needles: pager, known: numbers.known() });
    expect(first.ids).toEqual(ids);
    numbers.learn(first);
    expect(worker.find({ needles: pager, known: numbers.known() }).ids).toEqual([]);
    save(worker, 3, 'Pager changed');
    expect(worker.find({ needles: pager, known: numbers.known() }).ids).toEqual([testId(3)]);
  });

  it('give the scores of an answer even after a COE got a new number', () => {
    const { worker } = libraryOf(3);
    const numbers = createDocumentNumbers();
    const before = numbers.learn(worker.find({ needles: pager, known: numbers.known() }));
    save(worker, 1, 'Telephone');
    const after = numbers.learn(worker.find({ needles: pager, known: numbers.known() }));
    expect([before(testId(1)), after(testId(1))]).toEqual([expect.any(Number), null]);
    expect([before(testId(2)), after(testId(2))]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(after(testId(9))).toBeNull();
  });

  it('are learned again when the index was stored, and texts are checked only under the numbers they were found by', () => {
    const { worker, folder } = libraryOf(3);
    const numbers = createDocumentNumbers();
    save(worker, 1, 'Pager changed');
    const before = worker.find({ needles: pager, known: numbers.known() });
    numbers.learn(before);
    worker['save-index']({ file: path.join(folder, 'search.bin') });
    const request = { folder, numbering: before.numbering, numbers: Uint32Array.of(0), needles: pager };
    expect(worker['check-texts'](request)).toBeNull();
    const after = worker.find({ needles: pager, known: numbers.known() });
    expect(after.ids).toEqual([testId(0), testId(2), testId(1)]);
    expect(numbers.learn(after)(testId(1))).toEqual(expect.any(Number));
  });

  it('are the same for two searches that were asked at once', () => {
    const { worker } = libraryOf(3);
    const numbers = createDocumentNumbers();
    const asked = [1, 2].map(() => worker.find({ needles: pager, known: numbers.known() }));
    const [first, second] = asked.map((found) => numbers.learn(found));
    for (const id of [0, 1, 2].map(testId)) expect(first?.(id)).toBe(second?.(id));
    expect(numbers.known().count).toBe(3);
  });
});
