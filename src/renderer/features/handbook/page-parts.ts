/** An example in the handbook: a quote, whether it is good or weak, and the reason (empty for none). */
export type Example = {
  readonly is: 'example';
  readonly word: 'Good' | 'Weak';
  readonly quote: string;
  readonly why: string;
};

/** A part of a page: Markdown text, or an example. */
export type PagePart = { readonly is: 'text'; readonly markdown: string } | Example;

/** `**Good**` or `**Weak**` on its own line, a block quote, and optionally a sentence in italics. */
const EXAMPLE = /^\*\*(Good|Weak)\*\*\n\n((?:>.*(?:\n|$))+)(?:\n\*(?!\*)(.+)\*(?:\n|$))?/gm;

/** Splits a page's Markdown into text and examples, in order and complete. */
export function pageParts(markdown: string): PagePart[] {
  const parts: PagePart[] = [];
  let at = 0;
  const takeText = (end: number): void => {
    const text = markdown.slice(at, end).trim();
    if (text !== '') parts.push({ is: 'text', markdown: text });
  };
  for (const match of markdown.matchAll(EXAMPLE)) {
    takeText(match.index);
    const [whole, word, quoted = '', why = ''] = match;
    const quote = quoted.replace(/^> ?/gm, '').trim();
    parts.push({ is: 'example', word: word === 'Good' ? 'Good' : 'Weak', quote, why });
    at = match.index + whole.length;
  }
  takeText(markdown.length);
  return parts;
}
