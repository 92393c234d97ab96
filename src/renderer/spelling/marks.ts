import { wordsIn } from '#domain/spelling/words-in.ts';

import type { CheckedField } from './checked-field.ts';
import { MARK_RULE, MARKS } from './mark-style.ts';

/** A text in a foreign language marks every word; beyond this nobody looks at them, and each costs a little. */
const MOST_MARKS = 1000;

/** What was found in one text: until it changes there is nothing to look for again. */
type Found = { readonly data: string; readonly ranges: readonly Range[]; readonly waits: boolean };

/** The marks on misspelled words: highlights, which the editor and the document know nothing of. */
export type Marks = {
  /** The texts that changed since they were marked, with their words. */
  readonly unmarked: (field: CheckedField) => { text: Text; data: string; words: string[] }[];
  /** Marks one text, but for the word that is just being typed. */
  readonly mark: (text: Text, isMisspelled: (word: string) => boolean, typedAt: number | null) => void;
  /** Takes the marks away, of all texts or of those that are gone. */
  readonly clear: (which: 'all' | 'gone') => void;
  /** The mark that holds a point of the screen, or a place in a text. */
  readonly at: (place: { x: number; y: number } | { text: Node; offset: number }) => Range | null;
};

/** Puts the marks' own highlight and its look into the page. */
export function createMarks(): Marks {
  const highlight = new Highlight();
  CSS.highlights.set(MARKS, highlight);
  const rules = new CSSStyleSheet();
  rules.replaceSync(MARK_RULE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  const found = new Map<Text, Found>();
  const take = (text: Text): void => {
    for (const range of found.get(text)?.ranges ?? []) highlight.delete(range);
    found.delete(text);
  };
  return {
    unmarked: (field) =>
      field.texts().flatMap((text) => {
        const before = found.get(text);
        if (before !== undefined && before.data === text.data && !before.waits) return [];
        return [{ text, data: text.data, words: wordsIn(text.data).map(({ word }) => word) }];
      }),
    mark: (text, isMisspelled, typedAt) => {
      take(text);
      const wrong = wordsIn(text.data).filter(({ word, start }) => isMisspelled(word) && !isPart(text, word, start));
      const typed = wrong.filter(({ word, start }) => isIn(typedAt, start, start + word.length));
      const ranges = wrong
        .filter((each) => !typed.includes(each))
        .slice(0, Math.max(0, MOST_MARKS - highlight.size))
        .map(({ word, start }) => {
          const range = new Range();
          range.setStart(text, start);
          range.setEnd(text, start + word.length);
          highlight.add(range);
          return range;
        });
      found.set(text, { data: text.data, ranges, waits: typed.length > 0 });
    },
    clear: (which) => {
      for (const text of found.keys()) if (which === 'all' || !text.isConnected) take(text);
    },
    at: (place) => {
      const ranges = [...found.values()].flatMap((each) => each.ranges).filter((range) => !range.collapsed);
      const holds = (range: Range): boolean =>
        'text' in place
          ? range.startContainer === place.text && place.offset >= range.startOffset && place.offset <= range.endOffset
          : [...range.getClientRects()].some(
              (box) => place.x >= box.left && place.x <= box.right && place.y >= box.top && place.y <= box.bottom,
            );
      return ranges.find(holds) ?? null;
    },
  };
}

const isIn = (at: number | null, start: number, end: number): boolean => at !== null && at > start && at <= end;

/** Whether a word goes on in the next text, because part of it is bold. */
function isPart(text: Text, word: string, start: number): boolean {
  const before = text.parentElement?.previousSibling?.textContent ?? '';
  const after = text.parentElement?.nextSibling?.textContent ?? '';
  const block = text.parentElement?.parentElement?.matches('p, li, h1, h2, h3, h4, h5, h6, blockquote') ?? false;
  if (!block) return false;
  const end = start + word.length;
  return (start === 0 && /\p{L}$/u.test(before)) || (end === text.data.length && /^\p{L}/u.test(after));
}
