import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import type { Needles } from '#domain/search/search-query.ts';
import { revisionOf } from '#main/disk/revision.ts';
import { createTaskHandlers } from '#main/search/task-handlers.ts';
import { readFields } from '#main/search/read-fields.ts';
import type { ReadOutcome } from '#main/search/worker-tasks.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

import { ALL_EXAMPLES } from '../../../support/examples.ts';

const write = (folder: string, id: string, text: string): string => {
  writeFileSync(path.join(folder, `${id}.json`), text);
  return revisionOf(Buffer.from(text));
};

const NEEDED = new Set([
  'format',
  'schemaVersion',
  'id',
  'kind',
  'createdAt',
  'updatedAt',
  'type',
  'coeId',
  'precision',
]);

/** Yields the JSON once without each optional key, as a file edited by hand might be. */
function* withoutEachKey(text: string): Generator<string> {
  for (let left = 0, wasThere = true; wasThere; left += 1) {
    let place = -1;
    wasThere = false;
    const json: unknown = JSON.parse(text, (key, value: unknown) => {
      if (key === '' || /^\d+$/.test(key) || NEEDED.has(key)) return value;
      place += 1;
      if (place !== left) return value;
      wasThere = true;
      return undefined;
    });
    if (wasThere) yield JSON.stringify(json);
  }
}

describe('the text of a file', () => {
  it('is the same for validated and unvalidated files, even with missing keys', () => {
    const folder = temporaryFolder();
    let files = 0;
    for (const coe of ALL_EXAMPLES.slice(0, 2)) {
      const text = writeCoe(coe);
      for (const some of [text, `\ufeff${text}`, ...withoutEachKey(text)]) {
        const revision = write(folder, coe.id, some);
        const checked = readFields(PLAIN_CIPHER, folder, coe.id, null);
        if (checked === null) continue; // not a COE, for example a time without its value
        expect(readFields(PLAIN_CIPHER, folder, coe.id, revision)).toEqual(checked);
        files += 1;
      }
    }
    expect(files).toBeGreaterThan(300);
  });

  it('is not validated again while the indexed file is unchanged', () => {
    const folder = temporaryFolder();
    const coe = someCoe({ title: 'Known' });
    // Not a valid COE, but only full validation would notice.
    const revision = write(folder, coe.id, writeCoe(coe).replace('"draft"', '"nonsense"'));
    expect(readFields(PLAIN_CIPHER, folder, coe.id, revision)?.[0]).toEqual({ where: 'title', passages: ['Known'] });
    expect(readFields(PLAIN_CIPHER, folder, coe.id, 'another')).toBeNull();
    expect(readFields(PLAIN_CIPHER, folder, testId(77), null)).toBeNull();
  });
});

describe('the texts scanned for a phrase', () => {
  const needles: Needles = { wanted: ['of the'], unwanted: [] };
  const library = (count: number): { folder: string; ids: string[] } => {
    const folder = path.join(temporaryFolder(), 'coes');
    mkdirSync(folder);
    const ids = Array.from({ length: count }, (_, number) => {
      const coe = someCoe({ summary: number % 2 === 0 ? 'The end of\nthe line' : 'The line of which' }, number);
      write(folder, coe.id, writeCoe(coe));
      return coe.id;
    });
    return { folder, ids };
  };
  /** Continues where the worker stopped, as the search service does. */
  const check = (doers: ReturnType<typeof createTaskHandlers>, folder: string, ids: readonly string[]): string[] => {
    const found = doers.find({ needles: { wanted: [], unwanted: [] }, known: { numbering: '', count: 0 } });
    const numbers = Uint32Array.from(ids, (id) => found.ids.lastIndexOf(id));
    const passed: string[] = [];
    for (let start = 0; start < ids.length;) {
      const request = { folder, numbering: found.numbering, numbers: numbers.slice(start), needles };
      const answer = doers['check-texts'](request);
      if (answer === null) throw new Error('numbered anew');
      expect(answer.checked).toBeGreaterThan(0);
      passed.push(...answer.passed.map((number) => found.ids[number] ?? ''));
      start += answer.checked;
    }
    return passed;
  };

  it('are all scanned in time slices, and read only once', () => {
    const { folder, ids } = library(300);
    const doers = createTaskHandlers();
    doers['index-files']({ folder, ids });
    const found = ids.filter((_, number) => number % 2 === 0);
    expect(check(doers, folder, ids)).toEqual(found);
    rmSync(folder, { recursive: true });
    expect(check(doers, folder, ids)).toEqual(found);
  });

  it('are indexed while their files are read for the list, in time slices', () => {
    const { folder, ids } = library(300);
    const doers = createTaskHandlers();
    const outcomes: ReadOutcome[] = [];
    while (outcomes.length < ids.length) {
      const names = ids.slice(outcomes.length).map((id) => `${id}.json`);
      const answer = doers['read-files']({ folder, names });
      expect(answer.length).toBeGreaterThan(0);
      outcomes.push(...answer);
    }
    rmSync(folder, { recursive: true });
    const revisions = outcomes.map((outcome) => (outcome.is === 'coe' ? outcome.revision : ''));
    expect(doers['compare-index']({ ids, revisions })).toEqual([]);
  });

  it('are read again after a COE changed', () => {
    const { folder, ids } = library(2);
    const doers = createTaskHandlers();
    doers['index-files']({ folder, ids });
    check(doers, folder, ids);
    const text = writeCoe(someCoe({ summary: 'What became of the other' }, 1));
    write(folder, testId(1), text);
    doers['index-text']({ id: testId(1), text });
    expect(check(doers, folder, ids)).toEqual(ids);
  });
});

describe('the rows of a search', () => {
  const marked = (doers: ReturnType<typeof createTaskHandlers>, folder: string, ids: readonly string[], word: string) =>
    doers['match-rows']({ folder, ids, needles: { wanted: [word], unwanted: [] } });

  it('are read once, however many letters are typed after the first', () => {
    const folder = temporaryFolder();
    const coes = [1, 2, 3].map((number) => someCoe({ title: `Pager ${number}`, summary: 'The pager rang' }, number));
    for (const coe of coes) write(folder, coe.id, writeCoe(coe));
    const ids = coes.map(({ id }) => id);
    const doers = createTaskHandlers();
    doers['index-files']({ folder, ids });
    const before = marked(doers, folder, ids, 'p');
    rmSync(folder, { recursive: true });
    expect(marked(doers, folder, ids, 'p')).toEqual(before);
    expect(marked(doers, folder, ids, 'pager')[2]).toEqual({
      titleMatch: [
        { text: 'Pager', hit: true },
        { text: ' 3', hit: false },
      ],
      matches: [
        {
          where: 'summary',
          text: [
            { text: 'The ', hit: false },
            { text: 'pager', hit: true },
            { text: ' rang', hit: false },
          ],
        },
      ],
    });
  });

  it('are read again after a COE changed', () => {
    const folder = temporaryFolder();
    const coe = someCoe({ title: 'Pager' }, 1);
    write(folder, coe.id, writeCoe(coe));
    const doers = createTaskHandlers();
    doers['index-files']({ folder, ids: [coe.id] });
    marked(doers, folder, [coe.id], 'pager');
    const text = writeCoe({ ...coe, title: 'Telephone' });
    write(folder, coe.id, text);
    doers['index-text']({ id: coe.id, text });
    expect(marked(doers, folder, [coe.id], 'telephone')[0]?.titleMatch).toEqual([{ text: 'Telephone', hit: true }]);
  });
});
