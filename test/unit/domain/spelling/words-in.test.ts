import { describe, expect, it } from 'vitest';

import { wordsIn } from '#domain/spelling/words-in.ts';

const words = (text: string): string[] => wordsIn(text).map(({ word }) => word);

describe('the words of a text', () => {
  it('says where each begins', () => {
    const text = '“Tout”, said l’été (and mother-in-law): don’t.';
    for (const { word, start } of wordsIn(text)) expect(text.slice(start, start + word.length)).toBe(word);
    expect(words(text)).toEqual(['Tout', 'said', 'l’été', 'and', 'mother', 'in', 'law', 'don’t']);
  });

  it('leaves addresses, paths, machines and code alone as a whole', () => {
    expect(
      words('see https://once.example/help, ada@once.example, db-42, /etc/hosts, snake_case, getUserName and RCA'),
    ).toEqual(['see', 'and']);
  });

  it('finds words between the signs of Markdown', () => {
    expect(words('**bold** and *soft*, `once` gone.')).toEqual(['bold', 'and', 'soft', 'once', 'gone']);
  });

  it.each(['', ' ', '\n', '\n \t', '…', '– . , !'])('finds none in %j', (text) => {
    expect(wordsIn(text)).toEqual([]);
  });
});
