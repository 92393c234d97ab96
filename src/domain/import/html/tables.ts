import type { Element, ElementContent } from 'hast';

import { element } from './elements.ts';
import type { Context } from './filter-context.ts';

/** The properties of a page of Notion, as lines such as "**Owner:** Kim". `filterCell` filters a child of a cell. */
export function propertiesOf(
  table: Element,
  filterCell: (child: ElementContent) => ElementContent[],
): ElementContent[] {
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
      cell === undefined ? [] : trimmedBreaks(cell.children.flatMap(filterCell));
    return element('p', [
      element('strong', [...text(key), { type: 'text', value: ':' }]),
      { type: 'text', value: ' ' },
      ...values.flatMap(text),
    ]);
  });
}

/** A table, with its caption before it because a Markdown table has none; in a cell, only the children. */
export function tableOf(node: Element, children: ElementContent[], context: Context): ElementContent[] {
  if (context.inCell) return children;
  const isRow = (child: ElementContent): boolean =>
    child.type === 'element' && /^(?:thead|tbody|tfoot|tr)$/.test(child.tagName);
  const before = children.filter((child) => !isRow(child) && !(child.type === 'text' && child.value.trim() === ''));
  const table = element(node.tagName, children.filter(isRow));
  return before.length === 0 ? [table] : [element('div', before), table];
}

/** Children without line breaks at the ends, and never two in a row. */
export function trimmedBreaks(children: readonly ElementContent[]): ElementContent[] {
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

/** The columns and rows that a cell spans, if more than one and at most 50. */
export function spansOf(node: Element): Element['properties'] {
  const span = (name: 'colSpan' | 'rowSpan'): Element['properties'] => {
    const value = Number(node.properties[name]);
    return Number.isInteger(value) && value > 1 && value <= 50 ? { [name]: value } : {};
  };
  return { ...span('colSpan'), ...span('rowSpan') };
}
