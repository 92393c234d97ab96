import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';

import { proseBlocks } from '../document/phrases.ts';
import { linesOf, visible } from './escape-text.ts';
import { Fences } from './fences.ts';

/** How many levels headings in prose are lowered: below the title, the section and its parts. */
const LOWERED = 3;
const HEADING = /^( {0,3})(#{1,6})(?=\s|$)/u;
const UNDERLINE = /^ {0,3}(?:(=+)|-+)[ \t]*$/u;

/**
 * HTML, which other programs would run. A line break in a table cell is not, nor is what is escaped already: one more
 * backslash would escape the other one and let the HTML out.
 */
const HTML = /(?<!\\)((?:\\\\)*)<(?!br>)(?=[A-Za-z/!?])/gu;
/** Link definitions, and links or pictures that lead neither to a web page, an email address nor an attachment. */
const OTHER_LINK = /^ {0,3}\[[^\]\n]*\]:|\]\(\s*(?!https?:\/\/|mailto:|attachments\/[0-9a-f]{64}\.[a-z0-9]{1,8}\b)/imu;

/**
 * Prose as it stands below a heading of a section: headings lowered, code blocks closed, HTML escaped, and links that
 * lead elsewhere than to web pages and mail written as text. `extractProse` reverses it; what it cannot reverse is
 * rare, and the writer notes it.
 */
export function embedProse(markdown: string): string {
  const text = visible(linesOf(markdown).join('\n'));
  const isPlain = !OTHER_LINK.test(text) && !(HTML.test(text) && /[`~]/u.test(text));
  HTML.lastIndex = 0;
  return lowered(isPlain ? text.replaceAll(HTML, '$1\\<') : printed(text));
}

/** The prose that was embedded. */
export function extractProse(embedded: string): string {
  const fences = new Fences();
  return embedded
    .split('\n')
    .map((line) =>
      fences.isCode(line)
        ? line
        : line
            .replace(/\\<(?=[A-Za-z/!?])/gu, '<')
            .replace(HEADING, (whole, space: string, marks: string) =>
              marks.length > LOWERED ? space + marks.slice(LOWERED) : whole,
            ),
    )
    .join('\n');
}

function lowered(text: string): string {
  const fences = new Fences();
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    if (fences.isCode(line)) {
      lines.push(line);
      continue;
    }
    const underline = UNDERLINE.exec(line);
    const before = lines.at(-1) ?? '';
    if (underline !== null && before.trim() !== '' && !/^\s*(?:[-+*>|#]|\d+[.)])/u.test(before)) {
      lines[lines.length - 1] = `${'#'.repeat(LOWERED + (underline[1] === undefined ? 2 : 1))} ${before.trim()}`;
    } else {
      lines.push(line.replace(HEADING, (_whole, space: string, marks: string) => space + lowerBy(marks)));
    }
  }
  const open = fences.openMark();
  return [...lines, ...(open === null ? [] : [open])].join('\n');
}

const lowerBy = (marks: string): string => '#'.repeat(Math.min(6, marks.length + LOWERED));

/** Prose through the parser of the other formats, which has no HTML and keeps only safe links. */
const printed = (markdown: string): string =>
  toMarkdown(
    { type: 'root', children: proseBlocks(markdown) },
    {
      bullet: '-',
      emphasis: '*',
      fences: true,
      listItemIndent: 'one',
      rule: '_',
      extensions: [
        gfmTableToMarkdown({ tablePipeAlign: false }),
        gfmStrikethroughToMarkdown(),
        gfmTaskListItemToMarkdown(),
      ],
    },
  ).trimEnd();
