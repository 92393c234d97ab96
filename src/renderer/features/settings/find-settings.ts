import { foldPassage } from '#domain/search/fold.ts';

import type { SettingSection } from './setting-sections.ts';

/**
 * The sections, reduced to the rows that have every word of `text`. A section whose name has them all keeps all its
 * rows.
 */
export function findSettings(sections: readonly SettingSection[], text: string): SettingSection[] {
  const wanted = foldPassage(text).split(' ');
  const has = (passage: string): boolean => {
    const folded = foldPassage(passage);
    return wanted.every((word) => folded.includes(word));
  };
  return sections.flatMap((section) => {
    if (has(section.name)) return [section];
    const rows = section.rows.filter((row) => has(`${section.name} ${row.label} ${row.help} ${row.words ?? ''}`));
    const more = section.more !== undefined && has(`${section.name} ${section.more.words}`) ? section.more : undefined;
    if (rows.length === 0 && more === undefined) return [];
    return [{ name: section.name, rows, ...(more === undefined ? {} : { more }) }];
  });
}
