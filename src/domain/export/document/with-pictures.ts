import type { Image, Nodes, RootContent } from 'mdast';

import { attachmentNameIn } from '../../attachments/attachment-name.ts';
import type { CoeDocument } from './document.ts';

/** The names of the pictures in a document, each once. */
export const picturesIn = (document: CoeDocument): string[] => [
  ...new Set(proseIn(document).flatMap((node) => imagesIn(node).map(({ url }) => attachmentNameIn(url) ?? ''))),
];

/** The document with its pictures inside: `pictures` has a data URL for each name. Missing ones become text. */
export const withPictures = (document: CoeDocument, pictures: ReadonlyMap<string, string>): CoeDocument => ({
  ...document,
  sections: document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.type === 'prose' ? { ...block, content: block.content.map((node) => place(node, pictures)) } : block,
    ),
  })),
});

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

const proseIn = ({ sections }: CoeDocument): RootContent[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'prose' ? [...block.content] : [])));

const imagesIn = (node: Nodes): Image[] =>
  node.type === 'image' ? [node] : 'children' in node ? node.children.flatMap(imagesIn) : [];
