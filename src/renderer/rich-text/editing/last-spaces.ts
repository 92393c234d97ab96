import { $isCodeNode } from '@lexical/code';
import {
  $createTextNode,
  $findMatchingParent,
  $getRoot,
  $isElementNode,
  $isTextNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';

/** Spaces at the end of a block, in the format they were typed in. */
type Ending = { readonly spaces: string; readonly format: number };

/**
 * The spaces that end blocks, by the last line of the block, by the Markdown of their text. Not by its place: empty lines
 * within a paragraph make two of it in Markdown.
 */
const endingsOf = new Map<string, ReadonlyMap<string, Ending>>();
/** As many as a COE has sections. */
const MOST_TEXTS = 10;

/**
 * Remembers the spaces that end the paragraphs of an editor that goes away, whose Markdown is `markdown`. Markdown cannot
 * hold them: two would be a line break, and `&#32;` would stand in the file, the search and every difference.
 */
export function keepLastSpaces(editor: LexicalEditor, markdown: string): void {
  const endings = editor.read(
    () =>
      new Map([...$blocksByLastLine()].flatMap(([line, block]) => $endingOf(block).map((ending) => [line, ending]))),
  );
  endingsOf.delete(markdown);
  if (endings.size === 0) return;
  endingsOf.set(markdown, endings);
  const [oldest] = endingsOf.keys();
  if (endingsOf.size > MOST_TEXTS && oldest !== undefined) endingsOf.delete(oldest);
}

/**
 * Puts them back at the end of the same blocks, inside an update: who goes on typing there expects them. Behind a link
 * they stay behind it, and behind bold text they are as bold as they were typed.
 */
export function $returnLastSpaces(markdown: string): void {
  const endings = endingsOf.get(markdown);
  if (endings === undefined) return;
  for (const [line, block] of $blocksByLastLine()) {
    const ending = endings.get(line);
    // Inline code keeps its own.
    const shown = $endingOf(block)[0]?.spaces ?? '';
    if (ending === undefined || ending.spaces.length <= shown.length) continue;
    block.append($createTextNode(ending.spaces.slice(shown.length)).setFormat(ending.format));
  }
}

/** The spaces that end a block, as a list of one; empty when none do. Spaces on a line of their own end no words. */
function $endingOf(block: ElementNode): Ending[] {
  const spaces = /\S( +)$/.exec(block.getTextContent())?.[1];
  const last = block.getLastDescendant();
  return spaces === undefined || !$isTextNode(last) ? [] : [{ spaces, format: last.getFormat() }];
}

/** The blocks with words by their last line without the spaces that end it, each with how often it came up before. */
function $blocksByLastLine(): Map<string, ElementNode> {
  const counts = new Map<string, number>();
  return new Map(
    $blocksWithWords().map((block) => {
      const line = /[^\n]*$/.exec(block.getTextContent().replace(/ +$/, ''))?.[0] ?? '';
      const count = counts.get(line) ?? 0;
      counts.set(line, count + 1);
      return [`${count} ${line}`, block];
    }),
  );
}

/** The paragraphs, headings, items and cells with words, in their order. Not code, in which spaces count. */
const $blocksWithWords = (): ElementNode[] =>
  [...new Set($getRoot().getAllTextNodes().flatMap($blockOf))].filter(
    (block) => !$isCodeNode(block) && /\S/.test(block.getTextContent()),
  );

/** The block that a text is in, as a list of one; empty for one with other blocks in it. */
function $blockOf(text: LexicalNode): ElementNode[] {
  const block = $findMatchingParent(text, (node) => $isElementNode(node) && !node.isInline());
  return $isElementNode(block) && block.getChildren().every(isInline) ? [block] : [];
}

const isInline = (node: LexicalNode): boolean => !$isElementNode(node) || node.isInline();
