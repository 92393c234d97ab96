import type { HandbookPage } from '#domain/guide/handbook/handbook-page.ts';
import { HANDBOOK_PAGES } from '#domain/guide/handbook/pages.ts';

/** A page that has the words, with the place where they stand; no excerpt when they are in its title or nothing was asked. */
export type HandbookHit = { page: HandbookPage; excerpt: string | null };

const AROUND = 45;

/** The pages that have the words, in their order. Without words, all of them. */
export function findInHandbook(text: string): HandbookHit[] {
  const words = text.trim().toLowerCase();
  if (words === '') return HANDBOOK_PAGES.map((page) => ({ page, excerpt: null }));
  return HANDBOOK_PAGES.flatMap((page): HandbookHit[] => {
    if (page.title.toLowerCase().includes(words)) return [{ page, excerpt: null }];
    const plain = `${page.summary} ${page.body}`.replace(/[#*_`|>]/g, '').replace(/\s+/g, ' ');
    const at = plain.toLowerCase().indexOf(words);
    if (at < 0) return [];
    return [{ page, excerpt: `… ${plain.slice(Math.max(0, at - AROUND), at + words.length + AROUND).trim()} …` }];
  });
}
