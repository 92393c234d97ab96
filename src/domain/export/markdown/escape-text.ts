import { attachmentAddress } from '../../attachments/attachment-name.ts';
import { findReferences } from '../../attachments/find-references.ts';

/** A character that a backslash may stand before: ASCII punctuation. */
const ESCAPED = /\\([!-/:-@[-`{-~])|\\\n|<br>/g;

/** What would be read as syntax anywhere in a line. `_` within a word is not. */
const SYNTAX = /[\\`*[\]<|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;
/** What would start a heading, a quote, a list, a rule or an underline at the start of a line. */
const LINE_START = /^([ \t]*)(?:([#>+=-])|(\d{1,9})([.)])(?=\s|$))/u;

/**
 * One line of plain text as Markdown, so that no program reads syntax, HTML or a link of our own in it. Addresses of
 * web pages stay as they are, and pictures and files of the library remain what they are.
 */
export const escapeLine = (line: string): string =>
  findReferences(visible(line))
    .map((part) =>
      part.is === 'text'
        ? escaped(part.text)
        : `${part.isPicture ? '!' : ''}[${escaped(part.label)}](${attachmentAddress(part.name)})`,
    )
    .join('')
    .replace(LINE_START, (_whole, space: string, mark: string | undefined, number = '', dot = '') =>
      mark === undefined ? `${space}${number}\\${dot}` : `${space}\\${mark}`,
    );

const escaped = (text: string): string => text.replace(SYNTAX, '\\$&');

/** The text that was escaped. `<br>`, and a backslash at the end of a line, are line breaks. */
export const unescapeText = (markdown: string): string =>
  markdown.replaceAll(ESCAPED, (_whole, mark: string | undefined) => mark ?? '\n');

/** The lines of a text, whatever ends them. */
export const linesOf = (text: string): string[] => text.split(/\r\n?|\n/u);

/** Without what a text file cannot hold or an editor does not show: control characters and halves of a character. */
export const visible = (text: string): string =>
  text
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
    .replaceAll(/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/gu, ' ');
