import type { PhrasingContent } from 'mdast';
import { Fragment, type ReactNode } from 'react';

import { attachmentNameIn } from '#domain/attachments/attachment-name.ts';
import { isPictureName } from '#domain/attachments/picture-type.ts';

import type { Drawing } from './markdown-blocks.tsx';
import { OutsideLink } from './outside-link.tsx';

/** The inline content of a block, with its formatting. */
export const drawPhrases = (nodes: readonly PhrasingContent[], drawing: Drawing): ReactNode[] =>
  nodes.map((node, key) => <Fragment key={key}>{drawPhrase(node, drawing)}</Fragment>);

function drawPhrase(node: PhrasingContent, drawing: Drawing): ReactNode {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'strong':
      return <strong>{drawPhrases(node.children, drawing)}</strong>;
    case 'emphasis':
      return <em>{drawPhrases(node.children, drawing)}</em>;
    case 'delete':
      return <del>{drawPhrases(node.children, drawing)}</del>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'link':
      return drawLink(node.url, drawPhrases(node.children, drawing), drawing);
    case 'linkReference':
      return drawLink(addressOf(node.identifier, drawing), drawPhrases(node.children, drawing), drawing);
    case 'image': {
      const name = attachmentNameIn(node.url);
      if (name !== null && isPictureName(name)) {
        const url = drawing.pictures === undefined ? node.url : drawing.pictures.get(name);
        return url === undefined || url === '' ? (node.alt ?? '') : <img src={url} alt={node.alt ?? ''} />;
      }
      return drawLink(node.url, node.alt || node.url, drawing);
    }
    case 'imageReference':
      return drawLink(addressOf(node.identifier, drawing), node.alt || node.identifier, drawing);
    default:
      return null;
  }
}

function drawLink(url: string | undefined, words: ReactNode, { showAddresses }: Drawing): ReactNode {
  // A file of the library can be saved from the editor only.
  return url === undefined || attachmentNameIn(url) !== null ? (
    words
  ) : (
    <OutsideLink url={url} showAddress={showAddresses}>
      {words}
    </OutsideLink>
  );
}

const addressOf = (identifier: string, { definitions }: Drawing): string | undefined =>
  definitions.find((definition) => definition.identifier === identifier)?.url;
