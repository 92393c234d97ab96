import {
  $applyNodeReplacement,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { JSX } from 'react';

import { Picture } from '../attachments/picture.tsx';
import type { PictureBlock } from '../document/prose-block.ts';

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const nameState = createState('name', { parse: asText });
const altState = createState('alt', { parse: asText });
const titleState = createState('title', { parse: (value) => (typeof value === 'string' ? value : null) });

/** A picture of the library, as a block of its own. */
export class PictureNode extends DecoratorNode<JSX.Element> {
  override $config() {
    return this.config('picture', {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: nameState },
        { flat: true, stateConfig: altState },
        { flat: true, stateConfig: titleState },
      ],
    });
  }

  override createDOM(): HTMLElement {
    return document.createElement('div');
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return $getState(this, altState);
  }

  override decorate(editor: LexicalEditor): JSX.Element {
    const { name, alt } = $blockFromPicture(this);
    return (
      <Picture
        key={name}
        name={name}
        alt={alt}
        onDescribe={(words) => editor.update(() => void $setState(this.getWritable(), altState, words))}
        onRemove={() => editor.update(() => this.remove())}
      />
    );
  }
}

/** Creates the node of a picture. */
export function $createPictureNode({ name, alt, title }: Omit<PictureBlock, 'type'>): PictureNode {
  const node = $applyNodeReplacement(new PictureNode());
  $setState(node, nameState, name);
  $setState(node, altState, alt);
  return $setState(node, titleState, title);
}

export function $isPictureNode(node: LexicalNode | null | undefined): node is PictureNode {
  return node instanceof PictureNode;
}

/** The block of a picture node. */
export const $blockFromPicture = (node: PictureNode): PictureBlock => ({
  type: 'picture',
  name: $getState(node, nameState),
  alt: $getState(node, altState),
  title: $getState(node, titleState),
});
