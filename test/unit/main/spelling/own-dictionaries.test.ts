import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { ok } from '#domain/result.ts';
import {
  createOwnDictionaries,
  NO_OWN_DICTIONARIES,
  type OwnDictionaries,
  type OwnDictionaryList,
} from '#main/spelling/own-dictionaries.ts';
import { changeOf } from '#main/settings/settings-store.ts';
import { createSpelling } from '#main/spelling/spelling.ts';
import { convertDictionary } from '#main/spelling/convert-dictionary.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const WORKER = new URL('../../../../src/main/spelling/spelling-worker.ts', import.meta.url);

type Files = { aff?: string | Uint8Array; dic?: string | Uint8Array };

/** A folder of the person with the two files, and a data folder of the app. */
function withDictionaries(limit?: number) {
  const folder = temporaryFolder();
  const data = path.join(folder, 'data');
  let value: OwnDictionaryList = NO_OWN_DICTIONARIES;
  const own = createOwnDictionaries({
    folder: data,
    list: {
      value: () => value,
      change: (change) => ok((value = { ...value, ...change })),
      changeLater: async (change) => ok((value = { ...value, ...changeOf(change, value) })),
      finish: () => undefined,
      quarantinedAs: null,
    },
    workerUrl: WORKER,
    ...(limit === undefined ? {} : { limit }),
  });
  const write = (name: string, { aff, dic }: Files): string[] => {
    const files: string[] = [];
    for (const [ending, text] of [
      ['aff', aff],
      ['dic', dic],
    ] as const) {
      if (text === undefined) continue;
      files.push(path.join(folder, `${name}.${ending}`));
      writeFileSync(path.join(folder, `${name}.${ending}`), text);
    }
    return files;
  };
  const files = (): string[] => (existsSync(data) ? readdirSync(data).toSorted() : []);
  return { own, write, files, data };
}

const GERMAN: Files = {
  aff: 'SET UTF-8\nSFX N Y 1\nSFX N 0 n e\n',
  dic: '3\nFehler\nUrsache/N\nStraße\n',
};

function checkWith(own: OwnDictionaries, data: string, languages: [] = [], limit?: number) {
  return createSpelling({
    languages: () => languages,
    ownDictionaries: () => own.list().map(({ id }) => id),
    ownWords: () => [],
    addOwnWord: () => undefined,
    workerUrl: WORKER,
    folder: data,
    ownFolder: data,
    ...(limit === undefined ? {} : { limit }),
  });
}

describe('a dictionary that the person adds', () => {
  it('is copied, listed, used for checking, and removed with its files', async () => {
    const { own, write, files, data } = withDictionaries();
    const added = await own.add(write('de_DE', GERMAN));
    expect(added).toMatchObject({ ok: true, value: { added: { name: 'de_DE' } } });
    const [{ id = '' } = {}] = own.list();
    expect(files()).toEqual([`${id}.aff`, `${id}.dic`]);
    const spelling = checkWith(own, data);
    expect(await spelling.check(['Fehler', 'Ursachen', 'Straße', 'Strase'])).toEqual(['Strase']);
    expect(await spelling.suggest('Fehlr')).toContain('Fehler');
    expect(await own.remove(id)).toEqual(ok(null));
    expect(own.list()).toEqual([]);
    expect(files()).toEqual([]);
  });

  it('is found beside the one file that was chosen', async () => {
    const { own, write } = withDictionaries();
    const [aff = ''] = write('it_IT', GERMAN);
    expect(await own.add([aff])).toMatchObject({ value: { added: { name: 'it_IT' } } });
  });

  it('may be in an old encoding, with flags beyond ASCII', async () => {
    const { own, write, data } = withDictionaries();
    const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
    const files = write('alt', {
      aff: latin('SET ISO8859-1\nSFX Ä Y 1\nSFX Ä 0 n e\n'),
      dic: latin('2\nStraße/Ä\nÜbung\n'),
    });
    expect(await own.add(files)).toMatchObject({ ok: true, value: { added: { name: 'alt' } } });
    expect(await checkWith(own, data).check(['Straßen', 'Übung', 'Ubung'])).toEqual(['Ubung']);
  });
});

describe('files that are refused change nothing', () => {
  const binary = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256);
  it.each<[string, string, Files]>([
    ['only a word list', 'no-pair', { dic: '1\nWort\n' }],
    ['only rules', 'no-pair', { aff: 'SET UTF-8\n' }],
    ['bytes that are not UTF-8', 'not-text', { aff: 'SET UTF-8\n', dic: binary }],
    ['an encoding that does not exist', 'not-text', { aff: 'SET KLINGON-1\n', dic: '1\nWort\n' }],
    ['zeros', 'not-text', { aff: 'SET UTF-8\n', dic: '\0'.repeat(100) }],
    ['a web page', 'not-a-dictionary', { aff: '<html></html>', dic: '<html></html>' }],
    ['an empty word list', 'not-a-dictionary', { aff: 'SET UTF-8\n', dic: '0\n' }],
    ['empty files', 'not-a-dictionary', { aff: '', dic: '' }],
    [
      'rules that accept every word',
      'not-a-dictionary',
      {
        aff: `SET UTF-8\nCOMPOUNDMIN 1\nCOMPOUNDFLAG C\n`,
        dic: `26\n${[...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `${letter}/C`).join('\n')}\n`,
      },
    ],
  ])('%s: %s', async (_name, refused, texts) => {
    const { own, write, files } = withDictionaries();
    expect(await own.add(write('bad', texts))).toEqual(ok({ refused }));
    expect(own.list()).toEqual([]);
    expect(files()).toEqual([]);
  });

  it('a file that is too large is not even read', async () => {
    const { own, write } = withDictionaries();
    const aff = Buffer.alloc(11 * 1024 * 1024, '#');
    expect(await own.add(write('large', { aff, dic: '1\nWort\n' }))).toEqual(ok({ refused: 'too-large' }));
  });

  it('files that keep the spell checker busy are given up, and the worker with them', async () => {
    const { own, write, files } = withDictionaries(1);
    expect(await own.add(write('slow', GERMAN))).toEqual(ok({ refused: 'too-slow' }));
    expect(files()).toEqual([]);
  });

  it('a file that vanished is a disk error', async () => {
    const { own } = withDictionaries();
    const gone = ['/nowhere/at/all.aff', '/nowhere/at/all.dic'];
    expect(await own.add(gone)).toMatchObject({ ok: false, error: { kind: 'disk', reason: 'gone' } });
  });
});

describe('an added dictionary that fails later', () => {
  it('is left out when its files are gone', async () => {
    const { own, write, data } = withDictionaries();
    await own.add(write('de_DE', GERMAN));
    mkdirSync(path.join(data, 'elsewhere'));
    expect(await checkWith(own, path.join(data, 'elsewhere')).check(['Fehler'])).toEqual([]);
  });

  it('is left out until the next start when it keeps the checker busy', async () => {
    const { own, write, data } = withDictionaries();
    await own.add(write('de_DE', GERMAN));
    const spelling = checkWith(own, data, [], 1);
    expect(await spelling.check(['Strase'])).toEqual([]);
    expect(await spelling.check(['Fehler', 'Strase'])).toEqual([]);
  });
});

it('a converted dictionary says that it is UTF-8', () => {
  const latin = convertDictionary(Buffer.from('SET ISO8859-15\n'), Buffer.from([0x31, 0x0a, 0xa4, 0x0a]));
  expect(latin).toEqual({ affixes: expect.stringContaining('SET UTF-8\nFLAG UTF-8\n'), words: '1\n€\n' });
});
