import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { coeFilterSchema } from '#domain/catalogue/coe-filter.ts';
import { summarise } from '#domain/catalogue/coe-summary.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import type { CoeListPage, CoeListRequest } from '#ipc/coe-list.ts';
import { parseQuery } from '#domain/search/parse-query.ts';
import { revisionOf } from '#main/disk/revision.ts';
import { Catalogue } from '#main/library/catalogue.ts';
import { createIndexUpdater } from '#main/library/index-updater.ts';
import type { LibraryCore } from '#main/library/library-core.ts';
import { listCoes, type ListSource } from '#main/library/list-coes.ts';
import { createSearcher } from '#main/library/searcher.ts';
import type { LibraryWorker } from '#main/search/library-worker-client.ts';
import { createTaskHandlers } from '#main/search/task-handlers.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

const WORDS = ['pager', 'queue', 'the alert', 'of the night', 'train', 'doctor', 'it was late', 'Été'];
const wordsOf = (number: number): string =>
  WORDS.filter((_, place) => (number * 7 + place * 3) % 5 < 2)
    .toSorted(() => (number % 2 === 0 ? 1 : -1))
    .join(' ');
const coe = (number: number, title = `Mistake ${number} ${wordsOf(number * 3)}`): Coe =>
  someCoe({ title, kind: number % 3 === 0 ? 'outage' : 'missed-event', summary: wordsOf(number) }, number);

/** A library whose worker runs in this thread, and writes down what it is asked. */
async function libraryOf(count: number) {
  const folder = path.join(temporaryFolder(), 'coes');
  mkdirSync(folder);
  const catalogue = new Catalogue();
  const tasks = createTaskHandlers();
  let generation = 1;
  let asked: string[] = [];
  const worker = {
    request: async (task: keyof typeof tasks, request: never) => {
      asked.push(task);
      return structuredClone(tasks[task](structuredClone(request)));
    },
    generation: () => generation,
  } as unknown as LibraryWorker;
  const index = createIndexUpdater(worker, catalogue, folder, path.join(folder, 'search.bin'), (error) => {
    throw error;
  });
  const write = (each: Coe): void => {
    const text = writeCoe(each);
    writeFileSync(path.join(folder, `${each.id}.json`), text);
    catalogue.put({
      summary: summarise(each),
      revision: revisionOf(Buffer.from(text)),
      stamp: { mtimeMs: 0, size: 0, ino: 0 },
    });
  };
  for (let number = 0; number < count; number += 1) write(coe(number));
  await index.complete();
  const core = { catalogue, index, worker, paths: { coes: folder }, scheduleScan: () => undefined };
  const source: ListSource = { ...createSearcher(core as unknown as LibraryCore), patternsNamed: () => [] };
  return {
    index,
    source,
    save: (each: Coe) => {
      write(each);
      index.putText(each.id, writeCoe(each));
    },
    remove: (id: string) => {
      rmSync(path.join(folder, `${id}.json`));
      catalogue.remove(`${id}.json`);
      index.remove([id]);
    },
    losesWorker: () => {
      generation += 1;
    },
    messagesOf: async (work: () => Promise<unknown>) => {
      asked = [];
      await work();
      return asked;
    },
  };
}

const request = (asked: Partial<Omit<CoeListRequest, 'filter'>> & { filter?: object }): CoeListRequest => ({
  text: '',
  order: 'best-match',
  offset: 0,
  limit: 7,
  ...asked,
  filter: coeFilterSchema.parse(asked.filter ?? {}),
});

const TEXTS = [
  'pager',
  'e',
  'train doctor',
  '"of the"',
  '"of the night"',
  '-train',
  'pager -"the alert"',
  'ete',
  'nothing',
  'kind:outage pager',
];
const REQUESTS = TEXTS.flatMap((text) => [
  request({ text }),
  request({ text, offset: 7 }),
  request({ text, order: 'title' }),
  request({ text, order: 'happened-newest', offset: 3, limit: 50 }),
  request({ text, filter: { kinds: ['missed-event'] } }),
]);

describe('a search in a list', () => {
  it('finds what searching first and marking afterwards finds, also after changes', async () => {
    const { source, save, remove, index } = await libraryOf(40);
    const inSteps: ListSource = { ...source, findInList: () => Promise.resolve(null) };
    const isSame = async (): Promise<void> => {
      for (const asked of REQUESTS) {
        // oxlint-disable-next-line no-await-in-loop -- one search after the other, as a person types them
        const [page, expected] = [await listCoes(source, asked), await listCoes(inSteps, asked)];
        expect([asked, page]).toEqual([asked, expected]);
      }
    };
    await isSame();
    save(coe(3, 'Pager changed'));
    save(coe(99, 'A new queue'));
    remove(testId(5));
    await isSame();
    remove(testId(6));
    save(coe(6, 'Back again, with a pager'));
    await isSame();
    await index.save();
    await isSame();
  });

  it('is one request to the worker, after the first', async () => {
    const { source, save, messagesOf, losesWorker, index } = await libraryOf(40);
    const search = (text: string) => (): Promise<CoeListPage> => listCoes(source, request({ text }));
    const first = await messagesOf(search('pager'));
    expect(first).toEqual(['find', 'match-rows']);
    for (const text of ['p', 'pa', 'pager "of the"']) {
      // oxlint-disable-next-line no-await-in-loop -- one letter after the other
      expect(await messagesOf(search(text))).toEqual(['search-list']);
    }
    save(coe(3, 'Pager changed'));
    expect(await messagesOf(search('changed'))).toEqual(['search-list']);
    save(coe(99, 'A new one'));
    expect(await messagesOf(search('new'))).toEqual(['find', 'match-rows']);
    expect(await messagesOf(search('new'))).toEqual(['search-list']);
    await index.save(); // numbers the COEs anew
    expect(await messagesOf(search('pager'))).toEqual(['search-list', 'find', 'match-rows']);
    expect(await messagesOf(search('page'))).toEqual(['search-list']);
    losesWorker();
    expect((await messagesOf(search('pager')))[0]).toBe('find');
  });

  it('finds the same when another search has brought a new numbering', async () => {
    const { source, remove, index } = await libraryOf(40);
    remove(testId(5));
    const search = (): Promise<CoeListPage> => listCoes(source, request({ text: 'pager', limit: 50 }));
    await search();
    const before = await search();
    await index.save(); // numbers the COEs anew
    await index.find(parseQuery('queue').needles);
    expect(await search()).toEqual(before);
  });

  it('goes on where it stopped to let other requests in', async () => {
    const { source, messagesOf } = await libraryOf(600);
    const search = async (text: string): Promise<number> => (await listCoes(source, request({ text }))).total;
    await search('pager');
    // As if each text took a millisecond: the worker stops after eight.
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
    let found = 0;
    const asked = await messagesOf(async () => (found = await search('"it was late"')));
    clock.mockRestore();
    expect(asked.length).toBeGreaterThan(20);
    expect(new Set(asked)).toEqual(new Set(['search-list']));
    expect(found).toBe(await search('late'));
  });
});
