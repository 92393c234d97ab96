import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { isOwnName, ownCoes, ownNames } from '#domain/actions/own-work.ts';
import { coeFilterSchema } from '#domain/catalogue/coe-filter.ts';
import { summarise } from '#domain/catalogue/coe-summary.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { finish } from '#domain/steps.ts';
import { dayMoment, unknownMoment } from '#domain/time/moment.ts';
import type { CoeListPage, CoeListRequest } from '#ipc/coe-list.ts';
import { Catalogue } from '#main/library/catalogue.ts';
import { facetsOf } from '#main/library/facets.ts';
import { findTitles } from '#main/library/find-titles.ts';
import { listCoes, type ListSource } from '#main/library/list-coes.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

const condition = (name: string): Coe['sections']['cause']['conditions'][number] => ({
  id: name,
  condition: name,
  control: null,
  knownBefore: null,
  note: '',
});
function coes(): Coe[] {
  const cause = (...names: string[]): Coe['sections'] => {
    const { sections } = someCoe();
    return { ...sections, cause: { ...sections.cause, conditions: names.map(condition) } };
  };
  return [
    someCoe(
      {
        title: 'Mail was down',
        kind: 'outage',
        severity: 3,
        tags: ['work'],
        happened: dayMoment('2024-03-10'),
        summary: 'A certificate expired on Sunday.',
        sections: cause('workload-time'),
      },
      1,
    ),
    someCoe(
      {
        title: 'mail sent twice',
        kind: 'other-mistake',
        severity: 1,
        tags: ['work', 'été'],
        happened: dayMoment('2025-01-02'),
        status: 'held',
      },
      2,
    ),
    someCoe(
      {
        title: 'Missed the Graduation',
        kind: 'missed-event',
        severity: null,
        tags: ['family'],
        happened: { precision: 'month', value: '2025-06', approximate: false },
        summary: 'No mail came.',
        sections: cause('attention-memory', 'workload-time'),
      },
      3,
    ),
    someCoe(
      { title: 'Élan lost', kind: 'career-setback', severity: 0, happened: unknownMoment(), patternIds: ['yes'] },
      4,
    ),
  ];
}

type Asked = Partial<Omit<CoeListRequest, 'filter'>> & { filter?: object };
const request = (asked: Asked): CoeListRequest => ({
  text: '',
  order: 'happened-newest',
  offset: 0,
  limit: 50,
  ...asked,
  filter: coeFilterSchema.parse(asked.filter ?? {}),
});
const numbers = (page: CoeListPage): number[] => page.rows.map((row) => Number(row.id.slice(20)));

/** The catalogue alone, for tests without a search. */
const catalogue = new Catalogue();
for (const coe of coes()) {
  catalogue.put({ summary: summarise(coe), revision: 'r', stamp: { mtimeMs: 0, size: 0, ino: 0 } });
}
const source: ListSource = {
  patternsNamed: (folded) => (folded === 'said yes' ? ['yes'] : []),
  inOrder: (order) => catalogue.inOrder(order),
  copiesOf: () => 0,
  findInList: () => Promise.resolve(null),
  scores: () => Promise.reject(new Error('nothing to search for')),
  matchesIn: () => Promise.reject(new Error('nothing to search for')),
};
const ask = async (asked: Asked): Promise<number[]> => numbers(await listCoes(source, request(asked)));

describe('the list', () => {
  it.each([
    ['happened-newest', [3, 2, 1, 4]],
    ['happened-oldest', [1, 2, 3, 4]],
    ['title', [4, 2, 1, 3]],
    ['severity', [1, 2, 4, 3]],
    ['created', [4, 3, 2, 1]],
    ['best-match', [3, 2, 1, 4]],
  ] as const)('can be sorted by %s', async (order, expected) => {
    expect(await ask({ order })).toEqual(expected);
  });

  it.each<[object, number[]]>([
    [{ kinds: ['outage', 'missed-event'] }, [3, 1]],
    [{ statuses: ['held'] }, [2]],
    [{ severities: [-1, 3] }, [3, 1]],
    [{ tags: ['work'] }, [2, 1]],
    [{ conditions: ['workload-time'] }, [3, 1]],
    [{ patterns: ['yes'] }, [4]],
    [{ from: '2025-01-02' }, [3, 2]],
    [{ to: '2025-01-02' }, [2, 1]],
    [{ from: '2025-06-10', to: '2025-06-20' }, [3]],
    [{ kinds: ['outage'], tags: ['family'] }, []],
  ])('is filtered by %j', async (filter, expected) => {
    expect(await ask({ filter })).toEqual(expected);
  });

  it('is searched by the sentence of a pattern', async () => {
    expect(await ask({ text: 'pattern:"said yes"' })).toEqual([4]);
    expect(await ask({ text: '-pattern:"Said Yes"' })).toEqual([3, 2, 1]);
    expect(await ask({ text: 'pattern:never' })).toEqual([]);
  });

  it('has the best matches first on every page, those with the same score in their order', async () => {
    const score = new Map([1, 2, 3, 4].map((number) => [testId(number), number === 2 ? 7 : 5]));
    const searched: ListSource = {
      ...source,
      scores: () => Promise.resolve((id) => score.get(id) ?? null),
      matchesIn: () => Promise.resolve([]),
    };
    const page = async (offset: number, limit: number): Promise<number[]> =>
      numbers(await listCoes(searched, request({ text: 'any', order: 'best-match', offset, limit })));
    expect(await page(0, 50)).toEqual([2, 3, 1, 4]);
    for (const limit of [1, 2, 3]) {
      const pages = await Promise.all([0, 1, 2, 3].map((number) => page(number * limit, limit)));
      expect(pages.flat()).toEqual([2, 3, 1, 4]);
    }
  });

  it('returns a page and the total', async () => {
    expect(await ask({ offset: 1, limit: 2 })).toEqual([2, 1]);
    expect(await listCoes(source, request({ order: 'title', offset: 9, limit: 2 }))).toEqual({
      total: 4,
      offset: 9,
      rows: [],
    });
  });

  it('counts each facet', () => {
    expect(finish(facetsOf(catalogue.inOrder('title')))).toEqual({
      total: 4,
      authors: {},
      kinds: { outage: 1, 'other-mistake': 1, 'missed-event': 1, 'career-setback': 1 },
      statuses: { draft: 3, held: 1 },
      severities: { 3: 1, 1: 1, '-1': 1, 0: 1 },
      conditions: { 'workload-time': 2, 'attention-memory': 1 },
      tags: { work: 2, été: 1, family: 1 },
      patterns: {},
    });
  });
});

describe('the list by author', () => {
  const written = new Catalogue();
  ['Ann', ' Ann ', 'ann', 'Ben', ''].forEach((author, place) => {
    const summary = summarise(someCoe({ author }, place + 1));
    written.put({ summary, revision: 'r', stamp: { mtimeMs: 0, size: 0, ino: 0 } });
  });
  const find = async (asked: Asked): Promise<number[]> =>
    numbers(await listCoes({ ...source, inOrder: (order) => written.inOrder(order) }, request(asked))).toSorted();

  it('offers each name as it is written, and filters by one or several of them', async () => {
    expect(Object.keys(finish(facetsOf(written.inOrder('title'))).authors).toSorted()).toEqual(['Ann', 'Ben', 'ann']);
    expect(await find({ filter: { authors: ['Ann'] } })).toEqual([1, 2]);
    expect(await find({ filter: { authors: ['Ann', 'ann'] } })).toEqual([1, 2, 3]);
    expect(await find({ filter: { authors: ['Zoe'] } })).toEqual([]);
  });

  it('gives with every name of a person, however it is written, the COEs that are their own', async () => {
    const { authors } = finish(facetsOf(written.inOrder('title')));
    for (const names of [ownNames('ANN', ''), ownNames('Annabel Lee', 'Dr. Lee, ann')]) {
      const own = Object.keys(authors).filter((author) => isOwnName(author, names));
      expect(await find({ filter: { authors: own } })).toEqual([1, 2, 3]);
      expect(ownCoes(written.inOrder('title'), names)).toHaveLength(3);
    }
  });

  it('is searched by a part of the name', async () => {
    expect(await find({ text: 'author:AN' })).toEqual([1, 2, 3]);
    expect(await find({ text: '-author:ann' })).toEqual([4, 5]);
  });
});

describe('searching the list', () => {
  it('combines words, operators and filters in any order', async () => {
    const { library } = await openLibraryWith(coes());
    const find = async (asked: Asked): Promise<number[]> => numbers(await library.list(request(asked)));
    expect(await find({ text: 'mail' })).toEqual([3, 2, 1]);
    expect(await find({ text: 'mail', order: 'best-match' })).toEqual([2, 1, 3]);
    expect(await find({ text: 'mail', filter: { tags: ['work'] } })).toEqual([2, 1]);
    expect(await find({ text: 'mail -twice after:2025' })).toEqual([3]);
    expect(await find({ text: 'tag:ete' })).toEqual([2]);
  });

  it('finds a phrase in the current text', async () => {
    const { library } = await openLibraryWith(coes());
    const find = async (text: string): Promise<number[]> => numbers(await library.list(request({ text })));
    expect(await find('"certificate expired"')).toEqual([1]);
    const opened = await library.open(testId(1));
    if (!opened.ok) throw new Error('not opened');
    await library.save({ ...opened.value.coe, summary: 'An expired certificate.' }, opened.value.revision);
    expect(await find('"certificate expired"')).toEqual([]);
    expect(await Promise.all(['"expired cert"', '"sent twice"'].map(find))).toEqual([[1], [2]]);
  });

  it('returns where the words matched', async () => {
    const { library } = await openLibraryWith(coes());
    const page = await library.list(request({ text: 'mail cert' }));
    expect(page.rows[0]?.titleMatch).toEqual([
      { text: 'Mail', hit: true },
      { text: ' was down', hit: false },
    ]);
    expect(page.rows[0]?.matches).toEqual([
      {
        where: 'summary',
        text: [
          { text: 'A ', hit: false },
          { text: 'cert', hit: true },
          { text: 'ificate expired on Sunday.', hit: false },
        ],
      },
    ]);
  });
});

async function openLibraryWith(all: readonly Coe[]): Promise<TestLibrary> {
  const folder = path.join(temporaryFolder(), 'library');
  mkdirSync(path.join(folder, 'coes'), { recursive: true });
  for (const coe of all) writeFileSync(path.join(folder, 'coes', `${coe.id}.json`), writeCoe(coe));
  return openTestLibrary({ folder });
}

describe('finding by title', () => {
  const summaries = coes().map(summarise);
  const found = (text: string, limit = 10): string[] => findTitles(summaries, text, limit).map(({ title }) => title);

  it('matches parts of words in any order, without accents', () => {
    expect(found('twice mail')).toEqual(['mail sent twice']);
    expect(found('radua')).toEqual(['Missed the Graduation']);
    expect(found('elan')).toEqual(['Élan lost']);
    expect(found('absent')).toEqual([]);
  });

  it('ranks titles that start with the text first, then titles with a word that does', () => {
    expect(found('m')).toEqual(['Mail was down', 'mail sent twice', 'Missed the Graduation']);
    expect(found('t')).toEqual(['mail sent twice', 'Missed the Graduation', 'Élan lost']);
  });

  it('returns everything for an empty text, up to the limit', () => {
    expect(found('', 2)).toEqual(['Mail was down', 'mail sent twice']);
  });
});
