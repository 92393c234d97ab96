import path from 'node:path';

import { describe, expect, it } from 'vitest';

import type { SpellingLanguage } from '#domain/spelling/languages.ts';
import { createSpelling } from '#main/spelling/spelling.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

import { copyDictionaries } from '../../../../scripts/bundle/copy-spelling-files.mjs';

const root = path.resolve(import.meta.dirname, '../../../..');
const WORKER = new URL('../../../../src/main/spelling/spelling-worker.ts', import.meta.url);

function spellingIn(languages: SpellingLanguage[], folder = dictionaries()) {
  const own: string[] = [];
  return createSpelling({
    languages: () => languages,
    ownDictionaries: () => [],
    ownFolder: path.join(folder, 'own'),
    ownWords: () => own,
    addOwnWord: (word) => own.push(word),
    workerUrl: WORKER,
    folder,
  });
}

function dictionaries(): string {
  const folder = path.join(temporaryFolder(), 'dictionaries');
  copyDictionaries(root, folder);
  return folder;
}

describe('spelling', () => {
  it('reports words that no chosen language knows', async () => {
    const words = ['mistake', 'mistaek', 'erreur', 'fout', 'colour'];
    expect(await spellingIn(['en-US']).check(words)).toEqual(['mistaek', 'erreur', 'fout', 'colour']);
    const all = spellingIn(['en-US', 'en-GB', 'fr', 'nl']);
    expect(await all.check(words)).toEqual(['mistaek']);
  });

  it('supports every bundled language', async () => {
    const words: [SpellingLanguage, string][] = [
      ['en-US', 'graduation'],
      ['en-GB', 'apologise'],
      ['es', 'aniversario'],
      ['fr', 'anniversaire'],
      ['nl', 'verjaardag'],
      ['pt', 'aniversário'],
    ];
    const folder = dictionaries();
    for (const [language, word] of words) {
      expect(await spellingIn([language], folder).check([word, 'xqzzt'])).toEqual(['xqzzt']);
    }
  });

  it('ignores host names, abbreviations, addresses and code', async () => {
    const words = ['db42', 'RCA', 'getUserName', 'a@b.org', 'web_host', 'C', 'HTTPS', 'x'.repeat(80)];
    expect(await spellingIn(['en-US']).check(words)).toEqual([]);
  });

  it('accepts both apostrophes', async () => {
    expect(await spellingIn(['en-US']).check(['don’t', "don't", 'dont’t'])).toEqual(['dont’t']);
  });

  it('suggests corrections', async () => {
    expect(await spellingIn(['en-US']).suggest('mistaek')).toContain('mistake');
    expect((await spellingIn(['en-US', 'fr']).suggest('anniversare')).length).toBeLessThanOrEqual(5);
  });

  it('learns a word and ignores another', async () => {
    const spelling = spellingIn(['en-US']);
    spelling.learn('Kubernetes');
    spelling.ignore('zookeeperish');
    expect(await spelling.check(['Kubernetes', 'kubernetes', 'Zookeeperish', 'qwertzish'])).toEqual(['qwertzish']);
  });

  it('reports nothing when turned off', async () => {
    const spelling = spellingIn([]);
    expect(await spelling.check(['mistaek'])).toEqual([]);
    expect(await spelling.suggest('mistaek')).toEqual([]);
  });

  it('reports nothing when its dictionaries are missing', async () => {
    expect(await spellingIn(['en-US'], path.join(temporaryFolder(), 'nowhere')).check(['mistaek'])).toEqual([]);
  });
});
