import type { HandbookPage } from '#domain/guide/handbook/handbook-page.ts';
import { HANDBOOK_PAGES } from '#domain/guide/handbook/pages.ts';
import { foldPassage } from '#domain/search/fold.ts';
import { type HighlightedText, highlightMatches, highlightSnippet } from '#domain/search/highlight-matches.ts';

/** A matching page: its title, and an excerpt around the first match, or null when only the title matches. */
export type HandbookHit = {
  readonly page: HandbookPage;
  readonly title: HighlightedText;
  readonly excerpt: HighlightedText | null;
};

const EXCERPT_LENGTH = 90;

/** The pages that have every word in title, summary or text, in reading order. All pages without words. */
export function findInHandbook(query: string): HandbookHit[] {
  const words = [...new Set(foldPassage(query).split(' '))].filter((word) => word !== '');
  return HANDBOOK_PAGES.flatMap((page): HandbookHit[] => {
    const title = highlightMatches(page.title, words) ?? [{ text: page.title, hit: false }];
    if (words.length === 0) return [{ page, title, excerpt: null }];
    const plain = plainText(page);
    const folded = foldPassage(`${page.title} ${plain}`);
    if (!words.every((word) => folded.includes(word))) return [];
    return [{ page, title, excerpt: highlightSnippet(plain, words, EXCERPT_LENGTH) }];
  });
}

/** A page's text without Markdown syntax. Link addresses stay, because people search for names they remember. */
const plainText = ({ summary, body }: HandbookPage): string =>
  `${summary} ${body}`
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 $2')
    .replace(/^[#>\s]+|^- |\|[-|\s]+\||[*_`|]/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
