import type { Element, ElementContent, Root, RootContent, Text } from 'hast';

import { BLOCK_CONTENT, BLOCKS, DROPPED, element, hasWord, isBlockElement, KEPT, RENAMED } from './elements.ts';
import { type Context, count, type LeftOut, type Styles } from './filter-context.ts';
import { linkOf, pictureOf } from './links.ts';
import { propertiesOf, spansOf, tableOf, trimmedBreaks } from './tables.ts';
import { marked, marksOf } from './text-marks.ts';

/** A document with only the elements and attributes that our Markdown can show. */
export type FilteredHtml = {
  readonly tree: Root;
  readonly title: string;
  readonly leftOut: LeftOut;
  /** Addresses of pictures elsewhere, which are never fetched. */
  readonly remotePictures: readonly string[];
};

/** Deeper elements lose their mark and keep their text, so that recursive code stays within its stack. */
const DEEPEST = 120;

/** Filters a document of HTML. Only what is listed stays: no scripts, styles, handlers, frames or remote pictures. */
export function filterHtml(document: Root): FilteredHtml {
  const leftOut: LeftOut = new Map();
  const remotePictures: string[] = [];
  const { styles, title } = readHead(document);
  const context = {
    leftOut,
    remotePictures,
    styles,
    marks: new Set<string>(),
    inCell: false,
    inHeading: false,
    inPre: false,
    depth: 0,
  };
  const children = document.children.flatMap((child) => filterNode(child, context));
  return { tree: { type: 'root', children }, title, leftOut, remotePictures };
}

/** The title, and the declarations of classes, which Google Docs uses for bold and italic text. */
function readHead(document: Root): { styles: Styles; title: string } {
  const styles = new Map<string, string>();
  let title = '';
  const left: (RootContent | ElementContent)[] = [...document.children];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'title' && title === '') title = textIn(node);
    if (node.tagName === 'style') {
      for (const [, name = '', rules = ''] of textIn(node)
        .slice(0, 200_000)
        .matchAll(/\.([\w-]{1,40})\{([^{}]{1,2000})\}/g))
        styles.set(name, rules);
    }
    if (node.tagName !== 'body') left.push(...node.children);
  }
  return { styles, title: title.replaceAll(/\s+/g, ' ').trim() };
}

const textIn = (element: Element): string =>
  element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');

function filterNode(node: RootContent | ElementContent, context: Context): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  countHandlers(node, context.leftOut);
  const dropped = DROPPED[node.tagName];
  if (dropped !== undefined) {
    const isStyleSheet = node.tagName !== 'link' || hasWord(node, 'rel', 'stylesheet');
    if (dropped !== '' && isStyleSheet) count(context.leftOut, dropped);
    // Styles and scripts in the head count too.
    if (node.tagName === 'head') node.children.forEach((child) => filterNode(child, context));
    return [];
  }
  if (isBoilerplate(node)) return [];
  if (node.tagName === 'img') return pictureOf(node, context);
  if (node.tagName === 'input') return checkboxOf(node, context);
  const inner = {
    ...context,
    depth: context.depth + 1,
    inCell: context.inCell || node.tagName === 'td' || node.tagName === 'th',
    inHeading: context.inHeading || /^h[1-6]$/.test(node.tagName),
    inPre: context.inPre || node.tagName === 'pre',
  };
  if (context.depth > DEEPEST) return flatText(node);
  if (node.tagName === 'table' && hasWord(node, 'className', 'properties'))
    return propertiesOf(node, (child) => filterNode(child, { ...inner, inCell: true }));
  const marks = marksOf(node, inner);
  const children = node.children.flatMap((child) =>
    filterNode(child, { ...inner, marks: new Set([...context.marks, ...marks]) }),
  );
  return elementOf(node, children, context, marks);
}

function elementOf(
  node: Element,
  children: ElementContent[],
  context: Context,
  marks: readonly string[],
): ElementContent[] {
  const name = RENAMED[node.tagName] ?? node.tagName;
  // A cell of a Markdown table has lines, but no blocks and no cells.
  if (context.inCell && (BLOCKS.has(name) || BLOCK_CONTENT.has(name) || /^(?:li|tr|td|th)$/.test(name))) {
    return [element('br'), ...children, element('br')];
  }
  switch (name) {
    case 'a':
      return isMention(node) ? [mentionOf(node)] : linkOf(node, children, context);
    case 'strong':
    case 'em':
    case 'del':
      return marked(children, marks);
    case 'li': {
      const isDone = hasWord(node, 'className', 'checked') || hasCheckbox(node, 'checkbox-on');
      const isTask = isDone || node.properties['dataInlineTaskId'] !== undefined || hasCheckbox(node, 'checkbox-off');
      return [element('li', isTask ? [checkbox(isDone), ...children] : children)];
    }
    case 'p':
      return [element(hasWord(node, 'className', 'title') ? 'h1' : 'p', children)];
    case 'table':
      return tableOf(node, children, context);
    case 'ol':
      return [
        element(
          'ol',
          children,
          typeof node.properties['start'] === 'number' ? { start: node.properties['start'] } : {},
        ),
      ];
    case 'td':
    case 'th':
      return [element(name, trimmedBreaks(children), spansOf(node))];
    case 'code':
      return context.inPre ? children : [element('code', children)];
    default:
      if (BLOCKS.has(name)) return [element(children.some(isBlockElement) ? 'div' : 'p', children)];
      return KEPT.has(name) ? [element(name, children)] : marked(children, marks);
  }
}

function checkboxOf(node: Element, { leftOut }: Context): ElementContent[] {
  if (node.properties['type'] === 'checkbox') return [checkbox(node.properties['checked'] === true)];
  if (node.properties['type'] !== 'hidden') count(leftOut, 'form field');
  return [];
}

const checkbox = (checked: boolean): Element => element('input', [], { type: 'checkbox', checked });

const isMention = (node: Element): boolean =>
  hasWord(node, 'className', 'user-mention') || hasWord(node, 'className', 'confluence-userlink');

/** A person that a wiki names. Spaces that do not break tell where the name ends. */
const mentionOf = (node: Element): ElementContent => ({
  type: 'text',
  value: flatText(node)
    .map((child) => (child.type === 'text' ? child.value : ''))
    .join('')
    .trim()
    .replaceAll(/\s+/g, '\u00A0'),
});

/** Notion draws checkboxes with a class. */
const hasCheckbox = (node: Element, name: string): boolean =>
  node.children.some((child) => child.type === 'element' && hasWord(child, 'className', name));

/** The menus and footers that Confluence adds to a page. */
const isBoilerplate = (node: Element): boolean =>
  /^(?:breadcrumb-section|breadcrumbs|footer-logo)$/.test(String(node.properties['id'] ?? '')) ||
  (node.properties['id'] === 'footer' &&
    node.children.some((child) => child.type === 'element' && hasWord(child, 'className', 'footer-body')));

/** The text of an element that is too deep for its marks, without recursion. */
function flatText(node: Element): ElementContent[] {
  const texts: Text[] = [];
  const left: ElementContent[] = [node];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next.type === 'text') texts.push({ type: 'text', value: next.value });
    else if (next.type === 'element' && DROPPED[next.tagName] === undefined) left.push(...next.children.toReversed());
  }
  return texts;
}

function countHandlers(node: Element, leftOut: LeftOut): void {
  for (const name of Object.keys(node.properties)) if (/^on/i.test(name)) count(leftOut, 'event handler');
}
