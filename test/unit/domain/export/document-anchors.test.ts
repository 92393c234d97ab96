import { expect, it } from 'vitest';

import { SECTION_IDS } from '#domain/coe/vocabulary.ts';
import type { DocumentBlock, DocumentCell, DocumentItem } from '#domain/export/document/document.ts';
import { sectionBlocks } from '#domain/export/document/document-sections.ts';
import { timesFor } from '#domain/export/document/document-times.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';

type Anchor = { readonly row: string | null; readonly field: string | null };

const ofCell = ({ row, field, details }: DocumentCell): Anchor[] => [
  { row, field },
  ...details.map((detail) => ({ row, field: detail.field })),
];
const ofItem = (item: DocumentItem): Anchor[] => [...ofCell(item), ...item.items.flatMap(ofItem)];
function anchorsIn(block: DocumentBlock): Anchor[] {
  switch (block.type) {
    case 'answers':
      return block.answers.map(({ field }) => ({ row: null, field }));
    case 'list':
      return block.items.flatMap(ofItem);
    case 'table':
      return block.rows.flatMap((cells) => cells.flatMap(ofCell));
    default:
      return [];
  }
}

/** The rows with an id, wherever they are. */
const rowsOf = (value: object, id: string): object[] =>
  Object.values(value)
    .filter((inner): inner is object => typeof inner === 'object' && inner !== null)
    .flatMap((inner) => [...('id' in inner && inner.id === id ? [inner] : []), ...rowsOf(inner, id)]);

it('every row and field that a document names is in its section of the COE', () => {
  const coe = coeFullOf(['some words'], 1);
  for (const id of SECTION_IDS) {
    const anchors = sectionBlocks(coe, id, timesFor(coe, 'UTC', PLAIN_DATE_STYLE)).flatMap(anchorsIn);
    for (const { row, field } of anchors) {
      const holders = row === null ? [coe.sections[id]] : rowsOf(coe.sections[id], row);
      expect(holders, `${id} ${row}`).not.toEqual([]);
      if (field !== null) expect(holders.flatMap(Object.keys), `${id} ${row}`).toContain(field);
    }
    // Every row can be asked about: each table row and list item names one.
    const rows = sectionBlocks(coe, id, timesFor(coe, 'UTC', PLAIN_DATE_STYLE)).flatMap((block) =>
      block.type === 'table'
        ? block.rows.map((cells) => cells[0]?.row)
        : block.type === 'list'
          ? block.items.map(({ row }) => row)
          : [],
    );
    for (const row of rows) expect(row, id).toEqual(expect.any(String));
  }
});
