import type { Image, Nodes } from 'mdast';

import { attachmentNameIn } from '../../attachments/attachment-name.ts';
import type { CoeDocument, DocumentBlock, DocumentItem, LabelledText } from './document.ts';

/** The names of the pictures in a document, each once. */
export const picturesIn = (document: CoeDocument): string[] => [
  ...new Set(nodesIn(document).flatMap((node) => imagesIn(node).map(({ url }) => attachmentNameIn(url) ?? ''))),
];

/** The document with its pictures inside: `pictures` has a data URL for each name. Missing ones become text. */
export function withPictures(document: CoeDocument, pictures: ReadonlyMap<string, string>): CoeDocument {
  const placeAll = <Node extends Nodes>(nodes: readonly Node[]): Node[] => nodes.map((node) => place(node, pictures));
  return {
    ...document,
    summary: placeAll(document.summary),
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => placeIn(block, placeAll)),
    })),
  };
}

type PlaceAll = <Node extends Nodes>(nodes: readonly Node[]) => Node[];

function placeIn(block: DocumentBlock, placeAll: PlaceAll): DocumentBlock {
  const labelled = (all: readonly LabelledText[]): LabelledText[] =>
    all.map((each) => ({ ...each, text: placeAll(each.text) }));
  const cell = <Cell extends Pick<DocumentItem, 'text' | 'details'>>(each: Cell): Cell => ({
    ...each,
    text: placeAll(each.text),
    details: labelled(each.details),
  });
  const item = (each: DocumentItem): DocumentItem => ({ ...cell(each), items: each.items.map(item) });
  switch (block.type) {
    case 'prose':
      return { ...block, content: placeAll(block.content) };
    case 'answers':
      return { ...block, answers: labelled(block.answers) };
    case 'list':
      return { ...block, items: block.items.map(item) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(cell)) };
    case 'heading':
      return block;
  }
}

function place<Node extends Nodes>(node: Node, pictures: ReadonlyMap<string, string>): Node {
  if (node.type === 'image') return placed(node, pictures) as Nodes as Node;
  return 'children' in node ? { ...node, children: node.children.map((child) => place(child, pictures)) } : node;
}

function placed(image: Image, pictures: ReadonlyMap<string, string>): Image | { type: 'text'; value: string } {
  const url = pictures.get(attachmentNameIn(image.url) ?? '');
  return url === undefined
    ? { type: 'text', value: `${image.alt || 'Picture'} (the picture is missing)` }
    : { ...image, url };
}

/** All phrases and blocks of a document in which a picture can stand. */
function nodesIn(document: CoeDocument): Nodes[] {
  const nodes: Nodes[] = [];
  // Every place is visited as when pictures are placed, and left as it is.
  const collect: PlaceAll = (all) => {
    nodes.push(...all);
    return [...all];
  };
  collect(document.summary);
  for (const { blocks } of document.sections) for (const block of blocks) placeIn(block, collect);
  return nodes;
}

const imagesIn = (node: Nodes): Image[] =>
  node.type === 'image' ? [node] : 'children' in node ? node.children.flatMap(imagesIn) : [];
