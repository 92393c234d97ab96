const STARTS_BLOCK = /^(#|\||[-*] |\d+\. )/;
const QUOTE = /^> ?/;

/**
 * Puts every paragraph, list item and quotation of Markdown on one line; other lines stay as they are. The source of
 * the handbook is wrapped for its authors, and the renderer keeps line breaks, as it must for text that people type.
 */
export function joinWrappedLines(markdown: string): string {
  const joined: string[] = [];
  for (const line of markdown.trim().split('\n')) {
    const before = joined.at(-1);
    if (before !== undefined && continues(before, line))
      joined[joined.length - 1] = `${before} ${line.replace(QUOTE, '').trim()}`;
    else joined.push(line);
  }
  return joined.join('\n');
}

function continues(before: string, line: string): boolean {
  const text = line.replace(QUOTE, '').trim();
  if (text === '' || STARTS_BLOCK.test(text)) return false;
  if (before.replace(QUOTE, '').trim() === '' || /^[#|]/.test(before)) return false;
  return QUOTE.test(line) === QUOTE.test(before);
}
