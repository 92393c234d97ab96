import type { Nodes, PhrasingContent } from 'mdast';
import { MARKS, type Link, type Run } from '../document/prose-block.ts';

type Style = { marks: number; link: Link | null };

/** The source of a node, without the quote marks and indentation of its later lines. */
export function asWritten(node: Nodes, source: string): string {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  return source.slice(start, end).replaceAll(/(\r\n?|\n)[\t >]*/g, '\n');
}

/** Flattens inline Markdown into runs. Images and links without text stay visible as their source. */
export function runsFromMdast(nodes: readonly PhrasingContent[], source: string, style?: Style): Run[] {
  const { marks, link } = style ?? { marks: 0, link: null };
  const inside = (children: readonly PhrasingContent[], mark: number) =>
    runsFromMdast(children, source, { marks: marks | mark, link });
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value, marks, link }];
      case 'break':
        return [{ text: '\n', marks, link }];
      case 'inlineCode':
        return [{ text: node.value, marks: marks | MARKS.code, link }];
      case 'strong':
        return inside(node.children, MARKS.bold);
      case 'emphasis':
        return inside(node.children, MARKS.italic);
      case 'delete':
        return inside(node.children, MARKS.strike);
      case 'link': {
        const target = { url: node.url, title: node.title ?? null };
        const text = runsFromMdast(node.children, source, { marks, link: target });
        return text.some((run) => run.text !== '') ? text : [{ text: asWritten(node, source), marks, link }];
      }
      default:
        return [{ text: asWritten(node, source), marks, link }];
    }
  });
}
