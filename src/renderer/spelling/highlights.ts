import { wordsIn } from '#domain/spelling/words-in.ts';

import type { CheckedField } from './checked-field.ts';
import { HIGHLIGHT_RULE, HIGHLIGHT_NAME } from './highlight-style.ts';

/** Text in a language without a dictionary would highlight every word. Beyond this number it costs too much. */
const MAX_HIGHLIGHTS = 1000;

/** The result for one text node, valid until its text changes. */
type Found = { readonly data: string; readonly ranges: readonly Range[]; readonly waits: boolean };

/** The highlights on misspelled words. They are not part of the DOM or of the editor's state. */
export type Highlights = {
  /** The text nodes that changed since they were highlighted, with their words. */
  readonly changed: (field: CheckedField) => { text: Text; data: string; words: string[] }[];
  /** Highlights one text node, except the word being typed. */
  readonly highlight: (text: Text, isMisspelled: (word: string) => boolean, typedAt: number | null) => void;
  /** Where the last highlight ends in its text node; 0 if nothing is highlighted. */
  readonly end: () => number;
  /** Removes the highlights of all text nodes, or of those no longer in the document. */
  readonly clear: (which: 'all' | 'gone') => void;
  /** The highlight at a point on screen, or at a position in a text node. */
  readonly at: (point: { x: number; y: number } | { text: Node; offset: number }) => Range | null;
};

/** Registers the highlight and its style in the page. */
export function createHighlights(): Highlights {
  const all = new Highlight();
  CSS.highlights.set(HIGHLIGHT_NAME, all);
  const rules = new CSSStyleSheet();
  rules.replaceSync(HIGHLIGHT_RULE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  const found = new Map<Text, Found>();
  const take = (text: Text): void => {
    for (const range of found.get(text)?.ranges ?? []) all.delete(range);
    found.delete(text);
  };
  return {
    changed: (field) =>
      field.texts().flatMap((text) => {
        const before = found.get(text);
        if (before !== undefined && before.data === text.data && !before.waits) return [];
        return [{ text, data: text.data, words: wordsIn(text.data).map(({ word }) => word) }];
      }),
    highlight: (text, isMisspelled, typedAt) => {
      take(text);
      const wrong = wordsIn(text.data).filter(({ word, start }) => isMisspelled(word) && !isPart(text, word, start));
      const typed = wrong.filter(({ word, start }) => isIn(typedAt, start, start + word.length));
      const ranges = wrong
        .filter((each) => !typed.includes(each))
        .slice(0, Math.max(0, MAX_HIGHLIGHTS - all.size))
        .map(({ word, start }) => {
          const range = new Range();
          range.setStart(text, start);
          range.setEnd(text, start + word.length);
          all.add(range);
          return range;
        });
      found.set(text, { data: text.data, ranges, waits: typed.length > 0 });
    },
    end: () => [...found.values()].reduce((end, { ranges }) => Math.max(end, ranges.at(-1)?.endOffset ?? 0), 0),
    clear: (which) => {
      for (const text of found.keys()) if (which === 'all' || !text.isConnected) take(text);
    },
    at: (point) => {
      const ranges = [...found.values()].flatMap((each) => each.ranges).filter((range) => !range.collapsed);
      const holds = (range: Range): boolean =>
        'text' in point
          ? range.startContainer === point.text && point.offset >= range.startOffset && point.offset <= range.endOffset
          : [...range.getClientRects()].some(
              (box) => point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom,
            );
      return ranges.find(holds) ?? null;
    },
  };
}

const isIn = (at: number | null, start: number, end: number): boolean => at !== null && at > start && at <= end;

/** Whether a word continues in the next text node, because part of it is bold. */
function isPart(text: Text, word: string, start: number): boolean {
  const before = text.parentElement?.previousSibling?.textContent ?? '';
  const after = text.parentElement?.nextSibling?.textContent ?? '';
  const block = text.parentElement?.parentElement?.matches('p, li, h1, h2, h3, h4, h5, h6, blockquote') ?? false;
  if (!block) return false;
  const end = start + word.length;
  return (start === 0 && /\p{L}$/u.test(before)) || (end === text.data.length && /^\p{L}/u.test(after));
}
