import { expect, it } from 'vitest';

import { createFoldedTexts } from '#main/search/folded-texts.ts';

it('keeps texts until there is no more room, and makes room again for what is forgotten', () => {
  const texts = createFoldedTexts(10);
  let made = 0;
  const of = (id: string): string | null =>
    texts.of(id, () => {
      made += 1;
      return 'x'.repeat(6);
    });
  of('a');
  of('a');
  expect(made).toBe(1);
  of('b');
  of('b');
  expect(made).toBe(3);
  texts.forget('a');
  of('b');
  of('b');
  expect(made).toBe(4);
});

it('keeps nothing of what cannot be made', () => {
  const texts = createFoldedTexts();
  expect(texts.of('a', () => null)).toBeNull();
  expect(texts.of('a', () => 'now')).toBe('now');
});
