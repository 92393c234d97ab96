import type { Element, ElementContent } from 'hast';

import { BLOCKS, classesOf, element, isBlockElement, KEPT, RENAMED } from './elements.ts';
import type { Context } from './filter-context.ts';

/** The marks that an element adds to its text, by its name or its style. */
export function marksOf(node: Element, { marks, styles, inHeading, inPre }: Context): string[] {
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

/** Puts marks around children. Blank text and blocks stay without them. */
export function marked(children: ElementContent[], marks: readonly string[]): ElementContent[] {
  const isEmpty = children.every((child) => child.type === 'text' && child.value.trim() === '');
  if (isEmpty || children.some(isBlockElement)) return children;
  return marks.reduceRight<ElementContent[]>((inner, mark) => [element(mark, inner)], children);
}

const isNormalWeight = (style: string): boolean => /font-weight\s*:\s*(?:normal|[1-4]00)/i.test(style);
