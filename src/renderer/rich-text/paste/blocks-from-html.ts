import { mergeLists } from '../document/merge-lists.ts';
import { paragraphsIn } from '../document/paragraphs-in.ts';
import type { ProseBlock } from '../document/prose-block.ts';
import { tidyRuns } from '../document/tidy-runs.ts';
import { codeText } from '../markdown/blocks-from-mdast.ts';
import { nestItems, type FlatItem } from './nest-items.ts';
import { parseForeignHtml } from './parse-foreign-html.ts';
import { indentedItems, pastedList } from './pasted-list.ts';
import { collectRuns } from './pasted-runs.ts';
import { styleInside, valueOf, type PastedStyle } from './pasted-style.ts';
import { pastedTable } from './pasted-table.ts';
import { isWordMarker, wordListItem } from './word-list.ts';

const NOTHING = new Set(
  'SCRIPT STYLE META LINK TITLE HEAD TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH INPUT SELECT'.split(' '),
);
const BLOCKS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE NAV FIGURE FIGCAPTION ADDRESS DL DT DD FORM FIELDSET DETAILS SUMMARY BODY CENTER LI TR TD TH'.split(
    ' ',
  ),
);
const PLAIN: PastedStyle = { marks: 0, link: null };

/**
 * Converts HTML from another program to blocks, keeping only what prose can represent. Nothing of it enters the page.
 */
export function blocksFromHtml(html: string): ProseBlock[] {
  return blocksIn(parseForeignHtml(html).body.childNodes, PLAIN);
}

function blocksIn(nodes: Iterable<Node>, style: PastedStyle): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  const inline = collectRuns();
  let flat: FlatItem[] = [];
  const endInline = () => blocks.push(...paragraphsIn(inline.take()));
  const endList = () => {
    blocks.push(...nestItems(flat));
    flat = [];
  };
  const walk = (children: Iterable<Node>, around: PastedStyle) => {
    for (const node of children) visit(node, around);
  };
  const visit = (node: Node, around: PastedStyle): void => {
    if (node.nodeType === Node.TEXT_NODE) inline.add(node.nodeValue ?? '', around);
    if (!(node instanceof Element) || isHidden(node)) return;
    if (node.tagName === 'BR') return inline.break();
    if (node.tagName === 'IMG') return inline.add(node.getAttribute('alt') ?? '', around);
    const inside = styleInside(node, around);
    const item = wordListItem(node, (element) => blocksIn(element.childNodes, inside));
    const own = item === null ? ownBlock(node, inside) : [];
    if (item === null && own === null && !BLOCKS.has(node.tagName)) return walk(node.childNodes, inside);
    endInline();
    const indented = own?.[0]?.type === 'list' ? indentedItems(node, own[0]) : null;
    if (item) flat.push(item);
    else if (indented) flat.push(...indented);
    else {
      endList();
      if (own) blocks.push(...own);
      else walk(node.childNodes, inside);
    }
    endInline();
  };
  walk(nodes, style);
  endInline();
  endList();
  return mergeLists(blocks);
}

/** The block for an element; null when it only contains others. */
function ownBlock(element: Element, style: PastedStyle): ProseBlock[] | null {
  const read = (nodes: Iterable<Node>) => blocksIn(nodes, style);
  const depth = /^H([1-6])$/.exec(element.tagName)?.[1] ?? (element.classList.contains('MsoTitle') ? '1' : undefined);
  if (depth !== undefined) {
    const runs = blocksIn(element.childNodes, PLAIN).flatMap((block) => (block.type === 'paragraph' ? block.runs : []));
    return runs.length === 0 ? [] : [{ type: 'heading', depth: Number(depth), runs: tidyRuns(runs, 'space') }];
  }
  switch (element.tagName) {
    case 'UL':
    case 'OL':
      return [pastedList(element, read)].filter((list) => list !== null);
    case 'BLOCKQUOTE':
      return [{ type: 'quote', blocks: read(element.childNodes) }];
    case 'PRE':
      return [{ type: 'code', info: '', text: preText(element) }];
    case 'TABLE':
      return pastedTable(element, read);
    case 'HR':
      return [{ type: 'rule' }];
    default:
      return null;
  }
}

function isHidden(element: Element): boolean {
  const css = element.getAttribute('style') ?? '';
  return NOTHING.has(element.tagName.toUpperCase()) || isWordMarker(element) || valueOf(css, 'display') === 'none';
}

function preText(element: Element): string {
  const copy = element.cloneNode(true);
  if (copy instanceof Element) for (const br of copy.querySelectorAll('br')) br.replaceWith('\n');
  return codeText(copy.textContent ?? '').replace(/^\n|\n$/g, '');
}
