import { $isCodeNode } from '@lexical/code';
import { $isLinkNode } from '@lexical/link';
import { $getRoot, $isTextNode, type LexicalEditor, type TextNode } from 'lexical';

/** The spaces behind a text, which Markdown cannot hold, by that Markdown. */
const spacesBehind = new Map<string, string>();
/** As many as a COE has sections. */
const MOST_TEXTS = 10;

/** Remembers the spaces behind the text of an editor that goes away, whose Markdown is `markdown`. */
export function keepLastSpaces(editor: LexicalEditor, markdown: string): void {
  const last = editor.read(() => $lastPlainText()?.getTextContent() ?? '');
  // Spaces alone have no words that they could be put back behind.
  const spaces = /\S( +)$/.exec(last)?.[1] ?? '';
  spacesBehind.delete(markdown);
  if (markdown === '' || spaces === '') return;
  spacesBehind.set(markdown, spaces);
  const [oldest] = spacesBehind.keys();
  if (spacesBehind.size > MOST_TEXTS && oldest !== undefined) spacesBehind.delete(oldest);
}

/** Puts them back behind the same text, inside an update: who goes on typing there expects them. */
export function $returnLastSpaces(markdown: string): void {
  const spaces = spacesBehind.get(markdown);
  const last = $lastPlainText();
  if (spaces !== undefined) last?.setTextContent(`${last.getTextContent()}${spaces}`);
}

/** The text at the end; null if it is formatted, or belongs to code or a link, which spaces would change. */
function $lastPlainText(): TextNode | null {
  const last = $getRoot().getLastDescendant();
  if (!$isTextNode(last) || !last.isSimpleText() || last.getFormat() !== 0) return null;
  const parent = last.getParent();
  return $isCodeNode(parent) || $isLinkNode(parent) ? null : last;
}
