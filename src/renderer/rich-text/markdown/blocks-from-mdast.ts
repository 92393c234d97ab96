import type { Paragraph, RootContent } from 'mdast';

import { attachmentNameIn } from '#domain/attachments/attachment-name.ts';
import { isPictureName } from '#domain/attachments/picture-type.ts';

import { mergeLists } from '../document/merge-lists.ts';
import type { PictureBlock, ProseBlock, Run } from '../document/prose-block.ts';
import { tidyRuns } from '../document/tidy-runs.ts';
import { listFromMdast } from './list-from-mdast.ts';
import { asWritten, runsFromMdast } from './runs-from-mdast.ts';
import { tableFromMdast } from './table-from-mdast.ts';

/** Converts mdast flow content to blocks. Paragraphs that render as nothing are dropped. */
export function blocksFromMdast(nodes: readonly RootContent[], source: string): ProseBlock[] {
  return mergeLists(nodes.flatMap((node) => blockFromMdast(node, source)));
}

function blockFromMdast(node: RootContent, source: string): ProseBlock[] {
  switch (node.type) {
    case 'paragraph': {
      const picture = pictureIn(node);
      return picture === null ? paragraph(runsFromMdast(node.children, source)) : [picture];
    }
    case 'heading':
      return [{ type: 'heading', depth: node.depth, runs: tidyRuns(runsFromMdast(node.children, source), 'space') }];
    case 'blockquote':
      return [{ type: 'quote', blocks: blocksFromMdast(node.children, source) }];
    case 'code':
      return [
        {
          type: 'code',
          info: infoString([node.lang, node.meta].filter(Boolean).join(' ')),
          text: codeText(node.value),
        },
      ];
    case 'thematicBreak':
      return [{ type: 'rule' }];
    case 'list':
      return [listFromMdast(node, source, (children) => blocksFromMdast(children, source))];
    case 'table':
      return [tableFromMdast(node, source)];
    default:
      return paragraph([{ text: asWritten(node, source), marks: 0, link: null }]);
  }
}

/** The picture that a paragraph consists of; null if it has text, or if the picture is not kept in the library. */
function pictureIn({ children }: Paragraph): PictureBlock | null {
  const [only] = children;
  if (only?.type !== 'image' || children.length !== 1) return null;
  const name = attachmentNameIn(only.url);
  if (name === null || !isPictureName(name)) return null;
  return { type: 'picture', name, alt: only.alt ?? '', title: only.title ?? null };
}

function paragraph(runs: readonly Run[]): ProseBlock[] {
  const tidy = tidyRuns(runs);
  return tidy.length === 0 ? [] : [{ type: 'paragraph', runs: tidy }];
}

/** Code with normalised line endings and without NUL, which Markdown cannot represent. */
export function codeText(value: string): string {
  return value.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
}

/** The info string of a code block on one line: the language and what follows it. */
export function infoString(value: string): string {
  return value.replaceAll('\0', '\uFFFD').replaceAll(/\s+/g, ' ').trim();
}
