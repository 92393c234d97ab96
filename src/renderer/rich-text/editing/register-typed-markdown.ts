import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CHECK_LIST,
  CODE,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  ORDERED_LIST,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  UNORDERED_LIST,
  type ElementTransformer,
} from '@lexical/markdown';
import { $createHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension';
import { $createQuoteNode, $isQuoteNode, QuoteNode } from '@lexical/rich-text';
import { $createParagraphNode, type LexicalEditor } from 'lexical';

/** `> ` makes a quote that can hold several paragraphs and lists, as Markdown's can. */
const QUOTE: ElementTransformer = {
  type: 'element',
  dependencies: [QuoteNode],
  regExp: /^>\s/,
  export: () => null,
  replace: (parent, children) => {
    if ($isQuoteNode(parent.getParent())) return false;
    const paragraph = $createParagraphNode().append(...children);
    parent.replace($createQuoteNode({ shadowRoot: true }).append(paragraph));
    paragraph.selectStart();
    return undefined;
  },
};

/** `---` and a space, or Enter, draws a line across. */
const RULE: ElementTransformer = {
  type: 'element',
  dependencies: [HorizontalRuleNode],
  regExp: /^(?:---|\*\*\*|___)\s?$/,
  triggerOnEnter: true,
  export: () => null,
  replace: (parent, children) => {
    const after = $createParagraphNode().append(...children);
    parent.replace($createHorizontalRuleNode()).insertAfter(after);
    after.selectStart();
  },
};

/**
 * Markdown as it is typed becomes what it means. These rules serve typing only; files are read and written by the
 * mapping under markdown/, which keeps every byte that was not edited.
 */
export function registerTypedMarkdown(editor: LexicalEditor): () => void {
  return registerMarkdownShortcuts(editor, [
    HEADING,
    QUOTE,
    RULE,
    CHECK_LIST,
    UNORDERED_LIST,
    ORDERED_LIST,
    CODE,
    INLINE_CODE,
    BOLD_ITALIC_STAR,
    BOLD_STAR,
    BOLD_UNDERSCORE,
    ITALIC_STAR,
    ITALIC_UNDERSCORE,
    STRIKETHROUGH,
  ]);
}
