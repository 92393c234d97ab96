import { $getRoot, $isTextNode, type LexicalEditor } from 'lexical';

/** The spaces behind a text, which Markdown cannot hold, by that Markdown. */
const spacesBehind = new Map<string, string>();
/** As many as a COE has sections. */
const MOST_TEXTS = 10;

/** Remembers the spaces behind the text of an editor that goes away, whose Markdown is `markdown`. */
export function keepLastSpaces(editor: LexicalEditor, markdown: string): void {
  const last = editor.read(() => $getRoot().getLastDescendant()?.getTextContent() ?? '');
  const spaces = / +$/.exec(last)?.[0] ?? '';
  spacesBehind.delete(markdown);
  if (markdown === '' || spaces === '') return;
  spacesBehind.set(markdown, spaces);
  const [oldest] = spacesBehind.keys();
  if (spacesBehind.size > MOST_TEXTS && oldest !== undefined) spacesBehind.delete(oldest);
}

/** Puts them back behind the same text, inside an update: who goes on typing there expects them. */
export function $returnLastSpaces(markdown: string): void {
  const spaces = spacesBehind.get(markdown);
  const last = $getRoot().getLastDescendant();
  if (spaces === undefined || !$isTextNode(last) || !last.isSimpleText() || last.getFormat() !== 0) return;
  last.setTextContent(`${last.getTextContent()}${spaces}`);
}
