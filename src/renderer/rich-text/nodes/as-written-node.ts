import { CodeNode } from '@lexical/code';
import { $applyNodeReplacement, type EditorConfig, type LexicalNode } from 'lexical';

/** Markdown that the editor has no nodes for, shown and edited as plain text. */
export class AsWrittenNode extends CodeNode {
  override $config() {
    return this.config('as-written', { extends: CodeNode });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    element.dataset.asWritten = '';
    return element;
  }
}

export function $createAsWrittenNode(): AsWrittenNode {
  return $applyNodeReplacement(new AsWrittenNode());
}

export function $isAsWrittenNode(node: LexicalNode | null | undefined): node is AsWrittenNode {
  return node instanceof AsWrittenNode;
}
