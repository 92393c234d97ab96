import type { Why } from '../../coe/sections/whys.ts';
import { CONTROLS } from '../../guide/control.ts';
import { labelOf } from '../../guide/label-of.ts';
import { WHY_ENDINGS } from '../../guide/why-endings.ts';
import { cellOf, isEmptyItem } from './blocks.ts';
import type { DocumentBlock, DocumentItem } from './document.ts';

/** A tree of whys as a list with lists in it. No block for a tree without content. */
export function whyTree(whys: readonly Why[]): DocumentBlock[] {
  const items = whyItems(whys);
  return items.length === 0 ? [] : [{ type: 'list', items }];
}

const whyItems = (whys: readonly Why[]): DocumentItem[] =>
  whys
    .map(({ id: row, text, evidence, control, mark, whys: below }) => ({
      ...cellOf({
        text,
        row,
        field: 'text',
        details: [
          ['Evidence', evidence, 'evidence'],
          ['In whose hands', labelOf(CONTROLS, control)],
          ['Ends here', labelOf(WHY_ENDINGS, mark)],
        ],
      }),
      items: whyItems(below),
    }))
    .filter((item) => !isEmptyItem(item));
