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

/** `> ` starts a quote, which can hold several paragraphs and lists. */
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

/** `---` and a space or Enter inserts a horizontal rule. */
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
 * Converts Markdown syntax while typing. These rules are for typing only; files are read and written by the mapping
 * under markdown/, which keeps every unedited byte.
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
