import type { Image, Nodes } from 'mdast';

import { attachmentNameIn } from '../../attachments/attachment-name.ts';
import type { CoeDocument, DocumentBlock, DocumentItem, LabelledText } from './document.ts';

/** The names of the pictures in a document, each once. */
export const picturesIn = (document: CoeDocument): string[] => [
  ...new Set(nodesIn(document).flatMap((node) => imagesIn(node).map(({ url }) => attachmentNameIn(url) ?? ''))),
];

/** The document with its pictures inside: `pictures` has a data URL for each name. Missing ones become text. */
export function withPictures(document: CoeDocument, pictures: ReadonlyMap<string, string>): CoeDocument {
  const embedAll = <Node extends Nodes>(nodes: readonly Node[]): Node[] => nodes.map((node) => embed(node, pictures));
  return {
    ...document,
    summary: embedAll(document.summary),
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => embedInBlock(block, embedAll)),
    })),
  };
}

type EmbedAll = <Node extends Nodes>(nodes: readonly Node[]) => Node[];

function embedInBlock(block: DocumentBlock, embedAll: EmbedAll): DocumentBlock {
  const labelled = (all: readonly LabelledText[]): LabelledText[] =>
    all.map((each) => ({ ...each, text: embedAll(each.text) }));
  const cell = <Cell extends Pick<DocumentItem, 'text' | 'details'>>(each: Cell): Cell => ({
    ...each,
    text: embedAll(each.text),
    details: labelled(each.details),
  });
  const item = (each: DocumentItem): DocumentItem => ({ ...cell(each), items: each.items.map(item) });
  switch (block.type) {
    case 'prose':
      return { ...block, content: embedAll(block.content) };
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

function embed<Node extends Nodes>(node: Node, pictures: ReadonlyMap<string, string>): Node {
  if (node.type === 'image') return embedded(node, pictures) as Nodes as Node;
  return 'children' in node ? { ...node, children: node.children.map((child) => embed(child, pictures)) } : node;
}

function embedded(image: Image, pictures: ReadonlyMap<string, string>): Image | { type: 'text'; value: string } {
  const url = pictures.get(attachmentNameIn(image.url) ?? '');
  return url === undefined
    ? { type: 'text', value: `${image.alt || 'Picture'} (the picture is missing)` }
    : { ...image, url };
}

/** All phrases and blocks of a document in which a picture can stand. */
function nodesIn(document: CoeDocument): Nodes[] {
  const nodes: Nodes[] = [];
  // Every node is visited as when pictures are embedded, and left as it is.
  const collect: EmbedAll = (all) => {
    nodes.push(...all);
    return [...all];
  };
  collect(document.summary);
  for (const { blocks } of document.sections) for (const block of blocks) embedInBlock(block, collect);
  return nodes;
}

const imagesIn = (node: Nodes): Image[] =>
  node.type === 'image' ? [node] : 'children' in node ? node.children.flatMap(imagesIn) : [];
