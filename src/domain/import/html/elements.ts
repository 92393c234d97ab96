import type { Element, ElementContent } from 'hast';

/** Elements that go with everything in them, and what a sentence calls them. */
export const DROPPED: Readonly<Record<string, string>> = {
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

/** Elements that our Markdown can show. */
export const KEPT = new Set(
  'html body p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tfoot tr th td a img br hr strong em del'.split(
    ' ',
  ),
);
/** Elements that mean the same as one in `KEPT`. */
export const RENAMED: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  s: 'del',
  strike: 'del',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};
/** Elements that begin on a line of their own. */
export const BLOCKS = new Set(
  'address article aside center dd details div dl dt fieldset figcaption figure footer form header main nav section summary caption legend'.split(
    ' ',
  ),
);
/** Elements that Markdown shows as a block. */
export const BLOCK_CONTENT = new Set('p h1 h2 h3 h4 h5 h6 ul ol blockquote pre table hr div'.split(' '));

/** Whether Markdown shows a node as a block. */
export const isBlockElement = (node: ElementContent): boolean =>
  node.type === 'element' && BLOCK_CONTENT.has(node.tagName);

/** A new element. */
export const element = (
  tagName: string,
  children: ElementContent[] = [],
  properties: Element['properties'] = {},
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** The classes of an element, as written. */
export const classesOf = (node: Element): string[] => {
  const classes = node.properties['className'];
  return Array.isArray(classes) ? classes.map(String) : [];
};

/** Whether a property that is a list of words, such as the class, contains a word in lower case. */
export function hasWord(node: Element, property: 'className' | 'rel', word: string): boolean {
  const value = node.properties[property];
  return Array.isArray(value) && value.some((one) => String(one).toLowerCase() === word);
}
