/** An example of the handbook: what somebody might write, whether it is a good one, and why. */
export type Example = {
  readonly is: 'example';
  readonly word: 'Good' | 'Weak';
  readonly quote: string;
  readonly why: string;
};

/** A stretch of a page: plain text, or an example that is set apart. */
export type PagePart = { readonly is: 'text'; readonly markdown: string } | Example;

/** **Good** or **Weak** on a line of its own, then a quotation, then, where there is one, a sentence in italics. */
const EXAMPLE = /^\*\*(Good|Weak)\*\*\n\n((?:>.*(?:\n|$))+)(?:\n\*(?!\*)(.+)\*(?:\n|$))?/gm;

/** Cuts a page's Markdown into text and examples, in order. Nothing is left out. */
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
