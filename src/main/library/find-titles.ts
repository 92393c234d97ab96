import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { foldPassage } from '#domain/search/fold.ts';
import type { Answers } from '#ipc/contract.ts';

/**
 * Finds COEs by title as a person types: every word must occur in the title. Titles that start with the text come
 * first, then those in which every word starts a word, then the rest; the given order decides within each group.
 */
export function findTitles(summaries: readonly CoeSummary[], text: string, limit: number): Answers['coes:find-titles'] {
  const sought = foldPassage(text);
  const words = sought.split(' ').filter((word) => word !== '');
  const ranks: CoeSummary[][] = [[], [], []];
  for (const summary of summaries) {
    const title = foldPassage(summary.title);
    if (!words.every((word) => title.includes(word))) continue;
    const rank = title.startsWith(sought) ? 0 : words.every((word) => beginsWord(title, word)) ? 1 : 2;
    ranks[rank]?.push(summary);
  }
  return ranks
    .flat()
    .slice(0, limit)
    .map(({ id, title, kind, happened, updatedAt }) => ({ id, title, kind, happened, updatedAt }));
}

function beginsWord(title: string, word: string): boolean {
  for (let at = title.indexOf(word); at !== -1; at = title.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(title.charAt(at - 1))) return true;
  }
  return false;
}
