import { expect, test } from 'vitest';

import { HANDBOOK_PAGES } from '#domain/guide/handbook/pages.ts';
import { findInHandbook } from '#renderer/features/handbook/find-in-handbook.ts';
import { PAGE_GROUPS } from '#renderer/features/handbook/page-groups.ts';
import { pageParts } from '#renderer/features/handbook/page-parts.ts';

test('an empty search lists every page in reading order', () => {
  expect(findInHandbook('  ').map(({ page }) => page)).toEqual(HANDBOOK_PAGES);
});

test('a page matches only when it has every word, in any case and order', () => {
  const [first] = findInHandbook('ONCE mistake');
  expect(first?.page.id).toBe('why-coes');
  expect(findInHandbook('mistake xylophone')).toEqual([]);
});

test('the excerpt highlights the match', () => {
  const hits = findInHandbook('certificate');
  expect(hits.length).toBeGreaterThan(0);
  for (const { excerpt } of hits) expect(excerpt?.some(({ hit, text }) => hit && /certificate/i.test(text))).toBe(true);
});

test('every page is listed in exactly one group', () => {
  for (const page of HANDBOOK_PAGES) expect(PAGE_GROUPS.filter(({ has }) => has(page))).toHaveLength(1);
});

test('an example is extracted with its quote and reason, and no text is lost', () => {
  const parts = pageParts('Before\n\n**Good**\n\n> One\n>\n> Two\n\n*Because.*\n\n**Weak**\n\n> Three\n\nAfter\n');
  expect(parts).toEqual([
    { is: 'text', markdown: 'Before' },
    { is: 'example', word: 'Good', quote: 'One\n\nTwo', why: 'Because.' },
    { is: 'example', word: 'Weak', quote: 'Three', why: '' },
    { is: 'text', markdown: 'After' },
  ]);
});

test('every example on the page of a section is extracted', () => {
  for (const page of HANDBOOK_PAGES) {
    const named = page.body.match(/^\*\*(Good|Weak)\*\*$/gm)?.length ?? 0;
    expect(pageParts(page.body).filter(({ is }) => is === 'example')).toHaveLength(named);
  }
});
