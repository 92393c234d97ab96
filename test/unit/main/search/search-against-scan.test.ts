import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldFields, matchesNeedles } from '#domain/search/matches-needles.ts';
import { parseQuery } from '#domain/search/parse-query.ts';
import type { SearchableField } from '#domain/search/searchable-text.ts';
import { decodeIndex, encodeIndex } from '#main/search/index-file.ts';
import { NO_MATCH, SearchIndex } from '#main/search/search-index.ts';
import { tokensOfFields } from '#main/search/tokens-of-coe.ts';

const WORDS = [
  'deploy',
  'redeploy',
  'Café',
  'café',
  'CAFE',
  'Straße',
  'naïve',
  'e-mail',
  '10:04',
  '東京都',
  '京都',
  '停電',
  'ภาษาไทย',
  '한국어',
  'a',
  'the',
  'of',
  'to',
  'roof',
  'their',
  'of the',
  'x'.repeat(70),
  '😀',
  'İstanbul',
  'ﬁle',
];
const word = fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: fc.constantFrom(...'abcé東京 -'), maxLength: 6 }));
const passage = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const document = fc.record({ title: passage, summary: passage, context: passage });
const fieldsOf = (texts: { title: string; summary: string; context: string }): SearchableField[] =>
  Object.entries(texts).map(([where, text]) => ({ where: where as SearchableField['where'], passages: [text] }));
const queryWord = fc.oneof(
  word,
  fc.constantFrom(
    'dep',
    'eploy',
    'caf',
    'strasse',
    '東京',
    '京',
    '都',
    'ไทย',
    '국',
    'mail',
    '"the deploy"',
    '"cafe the"',
    '-deploy',
    '-"a the"',
    '"of the"',
    '-"of the"',
    '"to the roof"',
    '"of th"',
    'x'.repeat(40),
  ),
);
const query = fc.array(queryWord, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

/** Checks the texts of unsure candidates, as the worker does. */
function search(index: SearchIndex, texts: ReadonlyMap<string, string>, text: string): string[] {
  const { needles } = parseQuery(text);
  const { scores, unsure } = index.match(needles);
  const isUnsure = new Set(unsure);
  return index
    .idsFrom(0)
    .filter((id, number) => {
      if (scores[number] === NO_MATCH) return false;
      return !isUnsure.has(number) || matchesNeedles(texts.get(id) ?? '', needles);
    })
    .sort();
}
const scan = (texts: ReadonlyMap<string, string>, text: string): string[] =>
  [...texts]
    .filter(([, folded]) => matchesNeedles(folded, parseQuery(text).needles))
    .map(([id]) => id)
    .sort();

describe('the index', () => {
  it('finds what a plain scan finds, after any changes, merges and reloads', () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.tuple(fc.constant('put' as const), fc.nat(30), document) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('remove' as const), fc.nat(30), fc.constant(null)) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('keep' as const), fc.constant(0), fc.constant(null)) },
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.array(query, { minLength: 1, maxLength: 8 }),
        (steps, queries) => {
          let index = new SearchIndex();
          const texts = new Map<string, string>();
          for (const [what, number, texts_] of steps) {
            const id = `doc-${number}`;
            if (what === 'keep') {
              const kept = index.compact();
              const read = decodeIndex(Buffer.from(encodeIndex(kept.documents, kept.segment)));
              if (read === null) throw new Error('what was written cannot be read');
              index = new SearchIndex(read.documents, [read.segment]);
            } else if (what === 'remove' || texts_ === null) {
              index.remove(id);
              texts.delete(id);
            } else {
              index.put(id, 'r', tokensOfFields(fieldsOf(texts_)));
              texts.set(id, foldFields(fieldsOf(texts_)));
            }
          }
          expect(index.size).toBe(texts.size);
          for (const text of queries) expect([text, search(index, texts, text)]).toEqual([text, scan(texts, text)]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds the same in a thousand documents across many segments', () => {
    const index = new SearchIndex();
    const texts = new Map<string, string>();
    for (let number = 0; number < 3000; number += 1) {
      const id = `doc-${number % 1000}`;
      const fields = fieldsOf({
        title: `Mistake n${number}`,
        summary: `word${number % 7} x${number % 100}y`,
        context: 'common',
      });
      index.put(id, String(number), tokensOfFields(fields));
      texts.set(id, foldFields(fields));
    }
    for (const text of ['common', 'n2', 'word3 x5', '-word3', 'stake -n29', '"word3 x"', 'n1', 'x99y']) {
      expect([text, search(index, texts, text)]).toEqual([text, scan(texts, text)]);
    }
    expect(index.revisionOf('doc-5')).toBe('2005');
  });

  it('ranks a title above a summary, and that above any number of other matches', () => {
    const index = new SearchIndex();
    const texts = {
      body: ['', '', 'cat '.repeat(50)],
      summary: ['', 'cat', ''],
      title: ['cat', '', ''],
      partly: ['category', '', ''],
    };
    for (const [id, [title = '', summary = '', context = '']] of Object.entries(texts)) {
      index.put(id, '', tokensOfFields(fieldsOf({ title, summary, context })));
    }
    const { scores } = index.match(parseQuery('cat').needles);
    const score = (number: number): number => scores[number] ?? NO_MATCH;
    const numbers = [...scores.keys()].filter((number) => score(number) !== NO_MATCH);
    const best = numbers.sort((first, second) => score(second) - score(first));
    expect(best.map((number) => index.idOf(number))).toEqual(['title', 'partly', 'summary', 'body']);
  });
});
