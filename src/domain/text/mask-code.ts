/** A text whose code is replaced by placeholders, and the function that puts it back, also into parts of the text. */
export type MaskedCode = { readonly text: string; readonly unmask: (text: string) => string };

const OPENS = /^[ \t]*(?:>[ \t]?|[-+*][ \t]+|\d{1,9}[.)][ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/u;
const SPAN = /(?<!`)(`+)(?!`)((?:(?!\n[ \t]*\n)[^])*?[^`])\1(?!`)/gu;
const MARK = /\uE000(\d+)\uE001/gu;

/**
 * Replaces the code blocks and code spans of a Markdown text by placeholders, so that what looks like syntax in code is not
 * taken for it. A text that contains the character of the placeholders already stays as it is.
 */
export function maskCode(text: string): MaskedCode {
  if (!/[`~]/u.test(text) || text.includes('\uE000')) return { text, unmask: (masked) => masked };
  const codes: string[] = [];
  const hide = (code: string): string => `\uE000${codes.push(code) - 1}\uE001`;
  const unmask = (masked: string): string => masked.replaceAll(MARK, (_, index) => codes[Number(index)] ?? '');
  return { text: blocksMasked(text, hide).replaceAll(SPAN, (code) => hide(unmask(code))), unmask };
}

function blocksMasked(text: string, hide: (code: string) => string): string {
  const lines: string[] = [];
  let block: string[] = [];
  let fence: string | null = null;
  for (const line of text.split('\n')) {
    if (fence === null) {
      fence = OPENS.exec(line)?.[1] ?? null;
      if (fence === null) lines.push(line);
      else block = [line];
      continue;
    }
    block.push(line);
    const end = line.replace(/^[ \t>]*/u, '').trimEnd();
    if (!end.startsWith(fence) || new Set(end).size !== 1) continue;
    lines.push(hide(block.join('\n')));
    fence = null;
  }
  // An open block ends with the text.
  if (fence !== null) lines.push(hide(block.join('\n')));
  return lines.join('\n');
}
