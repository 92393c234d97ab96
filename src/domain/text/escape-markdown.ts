/** Characters that mark something anywhere in a line. A single `~` and `!` mark nothing in our dialect. */
const INLINE = /[\\`*_[\]<&|]|~(?=~)|(?<=~)~/g;

/** What begins a block at the start of a line: a heading, a quotation, an item, a rule or an underlined heading. */
const LINE_START = /^(?:(#{1,6})(?=\s|$)|([>+-]|=+$)|(\d{1,9})([.)])(?=\s|$))/;

/**
 * Plain text as Markdown that shows it as it was typed. Spaces at the ends of lines and extra empty lines are dropped.
 */
export const escapeMarkdown = (plain: string): string =>
  plain
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => atLineStart(line.trim().replaceAll(INLINE, '\\$&')))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

const atLineStart = (line: string): string =>
  line.replace(LINE_START, (whole, _heading, _block, digits?: string, dot?: string) =>
    digits === undefined ? `\\${whole}` : `${digits}\\${dot ?? ''}`,
  );
