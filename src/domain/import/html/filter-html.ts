import type { Element, ElementContent, Root, RootContent, Text } from 'hast';

/** What the filter left out, by what it is called in a sentence, and how often. */
export type LeftOut = Map<string, number>;

/** A document in which only elements and attributes are left that our Markdown can show. */
export type FilteredHtml = {
  readonly tree: Root;
  readonly title: string;
  readonly leftOut: LeftOut;
  /** Addresses of pictures elsewhere, which are never fetched. */
  readonly remotePictures: readonly string[];
};

/** Elements that go with everything in them, and what a sentence calls them. */
const DROPPED: Readonly<Record<string, string>> = {
  script: 'script',
  style: 'style sheet',
  link: 'style sheet',
  iframe: 'frame',
  frame: 'frame',
  frameset: 'frame',
  object: 'embedded file',
  embed: 'embedded file',
  applet: 'embedded file',
  audio: 'recording',
  video: 'video',
  svg: 'drawing',
  math: 'formula',
  canvas: 'drawing',
  template: 'template',
  noscript: 'note about scripts',
  button: 'form field',
  select: 'form field',
  textarea: 'form field',
  head: '',
  meta: '',
  base: '',
  title: '',
  param: '',
  source: '',
  track: '',
  area: '',
  map: '',
  col: '',
  colgroup: '',
  datalist: '',
};

const KEPT = new Set(
  'html body p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tfoot tr th td a img br hr strong em del'.split(
    ' ',
  ),
);
const RENAMED: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  s: 'del',
  strike: 'del',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};
/** Elements that begin on a line of their own. */
const BLOCKS = new Set(
  'address article aside center dd details div dl dt fieldset figcaption figure footer form header main nav section summary caption legend'.split(
    ' ',
  ),
);
const BLOCK_CONTENT = new Set('p h1 h2 h3 h4 h5 h6 ul ol blockquote pre table hr div'.split(' '));
/** Deeper elements lose their mark and keep their text, so that recursive code stays within its stack. */
const DEEPEST = 120;

type Styles = ReadonlyMap<string, string>;
type Context = {
  readonly leftOut: LeftOut;
  readonly remotePictures: string[];
  readonly styles: Styles;
  readonly inCell: boolean;
  /** The marks that the text has already; a second one in the first would take the printer exponential time. */
  readonly marks: ReadonlySet<string>;
  readonly inHeading: boolean;
  readonly inPre: boolean;
  readonly depth: number;
};

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
  if (node.tagName === 'table' && hasWord(node, 'className', 'properties')) return propertiesOf(node, inner);
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
      return linkOf(node, children, context);
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

const isBlockElement = (node: ElementContent): boolean => node.type === 'element' && BLOCK_CONTENT.has(node.tagName);

/** The marks that an element adds to its text, by its name or its style. */
function marksOf(node: Element, { marks, styles, inHeading, inPre }: Context): string[] {
  if (inPre) return [];
  const name = RENAMED[node.tagName] ?? node.tagName;
  const classes = classesOf(node).map((one) => styles.get(one) ?? '');
  const style = [String(node.properties['style'] ?? ''), ...classes].join(';');
  const isSpan = !KEPT.has(name) && !BLOCKS.has(name);
  const found = {
    // Docs wraps what it copies in a bold element that is not bold.
    strong: name === 'strong' ? !isNormalWeight(style) : isSpan && /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style),
    em: name === 'em' || (isSpan && /font-style\s*:\s*italic/i.test(style)),
    del: name === 'del' || (isSpan && /text-decoration[^;]*line-through/i.test(style)),
  };
  return (['strong', 'em', 'del'] as const).filter(
    (mark) => found[mark] && !marks.has(mark) && !(inHeading && mark === 'strong'),
  );
}

function marked(children: ElementContent[], marks: readonly string[]): ElementContent[] {
  const isEmpty = children.every((child) => child.type === 'text' && child.value.trim() === '');
  if (isEmpty || children.some(isBlockElement)) return children;
  return marks.reduceRight<ElementContent[]>((inner, mark) => [element(mark, inner)], children);
}

const isNormalWeight = (style: string): boolean => /font-weight\s*:\s*(?:normal|[1-4]00)/i.test(style);

function linkOf(node: Element, children: ElementContent[], { leftOut }: Context): ElementContent[] {
  const address = String(node.properties['href'] ?? '');
  if (address === '' || address.startsWith('#')) return children;
  const target = unwrappedAddress(address);
  if (target === null) {
    count(leftOut, 'unsafe address');
    return children;
  }
  const isPicture = children.some((child) => child.type === 'element' && child.tagName === 'img');
  return isPicture || children.some(isBlockElement) ? children : [element('a', children, { href: target })];
}

/** An address that a link may have, without the redirect that Google puts around it; null for any other scheme. */
export function unwrappedAddress(address: string): string | null {
  const clean = address
    .replaceAll(/[\p{Cc} ]+/gu, (found) => (/^ +$/.test(found) ? '%20' : ''))
    .replace(/^(?:%20)+/, '');
  const redirect = /^https?:\/\/(?:www\.)?google\.[a-z.]{2,8}\/url\?(?:[^#]*&)?(?:q|url)=([^&#]+)/i.exec(clean)?.[1];
  const target = redirect === undefined ? clean : decoded(redirect);
  if (/^(?:https?:|mailto:)/i.test(target)) return target;
  return /^[a-z][a-z0-9+.-]*:|^\/\/|^\\/i.test(target) ? null : target;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A picture beside the document stays. For any other, its alternative text does. */
function pictureOf(node: Element, { leftOut, remotePictures }: Context): ElementContent[] {
  const [source, alt] = [String(node.properties['src'] ?? '').trim(), String(node.properties['alt'] ?? '')];
  const target = unwrappedAddress(source);
  if (source !== '' && target !== null && !/^(?:https?|mailto):/i.test(target))
    return [element('img', [], { src: target, alt })];
  if (/^data:/i.test(source)) count(leftOut, 'picture inside the page');
  else if (source !== '') {
    count(leftOut, 'remote picture');
    if (target !== null) remotePictures.push(target);
  }
  return alt === '' ? [] : [{ type: 'text', value: alt }];
}

function checkboxOf(node: Element, { leftOut }: Context): ElementContent[] {
  if (node.properties['type'] === 'checkbox') return [checkbox(node.properties['checked'] === true)];
  if (node.properties['type'] !== 'hidden') count(leftOut, 'form field');
  return [];
}

const checkbox = (checked: boolean): Element => element('input', [], { type: 'checkbox', checked });

/** Notion draws checkboxes with a class. */
const hasCheckbox = (node: Element, name: string): boolean =>
  node.children.some((child) => child.type === 'element' && hasWord(child, 'className', name));

/** The properties of a page of Notion, as lines such as "**Owner:** Kim". */
function propertiesOf(table: Element, context: Context): ElementContent[] {
  const rows: Element[] = [];
  const left: ElementContent[] = [table];
  for (let node = left.shift(); node !== undefined; node = left.shift()) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'tr') rows.push(node);
    else left.unshift(...node.children);
  }
  return rows.map((row) => {
    const [key, ...values] = row.children.filter((cell) => cell.type === 'element');
    const text = (cell: Element | undefined): ElementContent[] =>
      cell === undefined
        ? []
        : trimmedBreaks(cell.children.flatMap((child) => filterNode(child, { ...context, inCell: true })));
    return element('p', [
      element('strong', [...text(key), { type: 'text', value: ':' }]),
      { type: 'text', value: ' ' },
      ...values.flatMap(text),
    ]);
  });
}

/** A table after its caption, which our tables do not have. */
function tableOf(node: Element, children: ElementContent[], context: Context): ElementContent[] {
  if (context.inCell) return children;
  const isRow = (child: ElementContent): boolean =>
    child.type === 'element' && /^(?:thead|tbody|tfoot|tr)$/.test(child.tagName);
  const before = children.filter((child) => !isRow(child) && !(child.type === 'text' && child.value.trim() === ''));
  const table = element(node.tagName, children.filter(isRow));
  return before.length === 0 ? [table] : [element('div', before), table];
}

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

/** Without line breaks at the ends or several in a row. */
function trimmedBreaks(children: readonly ElementContent[]): ElementContent[] {
  const kept: ElementContent[] = [];
  let hasBreak = false;
  for (const child of children) {
    const isBreak = child.type === 'element' && child.tagName === 'br';
    const isSpace = child.type === 'text' && child.value.trim() === '';
    if (isBreak) hasBreak = kept.length > 0;
    else if (!isSpace || (kept.length > 0 && !hasBreak)) {
      if (hasBreak) kept.push(element('br'));
      hasBreak = false;
      kept.push(child);
    }
  }
  return kept;
}

const element = (
  tagName: string,
  children: ElementContent[] = [],
  properties: Element['properties'] = {},
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

function spansOf(node: Element): Element['properties'] {
  const span = (name: 'colSpan' | 'rowSpan'): Element['properties'] => {
    const value = Number(node.properties[name]);
    return Number.isInteger(value) && value > 1 && value <= 50 ? { [name]: value } : {};
  };
  return { ...span('colSpan'), ...span('rowSpan') };
}

const classesOf = (node: Element): string[] => {
  const classes = node.properties['className'];
  return Array.isArray(classes) ? classes.map(String) : [];
};

function hasWord(node: Element, property: 'className' | 'rel', word: string): boolean {
  const value = node.properties[property];
  return Array.isArray(value) && value.some((one) => String(one).toLowerCase() === word);
}

function countHandlers(node: Element, leftOut: LeftOut): void {
  for (const name of Object.keys(node.properties)) if (/^on/i.test(name)) count(leftOut, 'event handler');
}

const count = (leftOut: LeftOut, what: string): void => void leftOut.set(what, (leftOut.get(what) ?? 0) + 1);
