import { MARKS, type Link } from '../document/prose-block.ts';
import { isSafeUrl } from '../editing/safe-url.ts';

/** The marks and link that pasted text inherits from its ancestors. */
export type PastedStyle = { marks: number; link: Link | null };

const MARK_OF_TAG: Record<string, number> = {
  B: MARKS.bold,
  STRONG: MARKS.bold,
  I: MARKS.italic,
  EM: MARKS.italic,
  CITE: MARKS.italic,
  S: MARKS.strike,
  STRIKE: MARKS.strike,
  DEL: MARKS.strike,
  CODE: MARKS.code,
  KBD: MARKS.code,
  SAMP: MARKS.code,
  TT: MARKS.code,
};

/**
 * The style an element gives its text. Inline styles win over tags: Google Docs wraps a whole document in
 * `<b style="font-weight: normal">`, and marks bold with a span that has a weight.
 */
export function styleInside(element: Element, outer: PastedStyle): PastedStyle {
  const css = element.getAttribute('style') ?? '';
  let marks = outer.marks | (MARK_OF_TAG[element.tagName] ?? 0);
  marks = byStyle(marks, MARKS.bold, valueOf(css, 'font-weight'), /^(bold|bolder|[6-9]00)$/, /^(normal|[1-5]00)$/);
  marks = byStyle(marks, MARKS.italic, valueOf(css, 'font-style'), /^(italic|oblique)$/, /^normal$/);
  const line = `${valueOf(css, 'text-decoration')} ${valueOf(css, 'text-decoration-line')}`;
  if (line.includes('line-through')) marks |= MARKS.strike;
  return { marks, link: linkOf(element) ?? outer.link };
}

function byStyle(marks: number, mark: number, value: string, on: RegExp, off: RegExp): number {
  if (on.test(value)) return marks | mark;
  return off.test(value) ? marks & ~mark : marks;
}

/** Links that could run code, or leave the web, become plain text. */
function linkOf(element: Element): Link | null {
  const url = element.tagName === 'A' ? (element.getAttribute('href') ?? '').trim() : '';
  return isSafeUrl(url) ? { url, title: null } : null;
}

/** One declaration of an inline style in lower case; empty when there is none. */
export function valueOf(css: string, property: string): string {
  const match = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, 'i').exec(css);
  return (match?.[1] ?? '').trim().toLowerCase();
}
