import type { ProseBlock, Run } from './prose-block.ts';
import { MARKS } from './prose-block.ts';
import { tidyRuns } from './tidy-runs.ts';

/**
 * Splits inline content into paragraphs at empty lines (two line breaks), because Markdown cannot have an empty line
 * inside a paragraph. Empty content gives no paragraph, so that empty ones do not accumulate in the file.
 */
export function paragraphsIn(runs: readonly Run[]): ProseBlock[] {
  const groups: Run[][] = [[]];
  let blankLine = false;
  for (const piece of runs.flatMap(piecesOf)) {
    const isCode = (piece.marks & MARKS.code) !== 0;
    if (piece.text === '\n' && !isCode) {
      if (blankLine && groups.at(-1)?.length) groups.push([]);
      else groups.at(-1)?.push(piece);
      blankLine = true;
    } else {
      groups.at(-1)?.push(piece);
      if (isCode || !/^[ \t]*$/.test(piece.text)) blankLine = false;
    }
  }
  return groups.flatMap((group) => {
    const tidy = tidyRuns(group);
    return tidy.length === 0 ? [] : [{ type: 'paragraph' as const, runs: tidy }];
  });
}

function piecesOf(run: Run): Run[] {
  if ((run.marks & MARKS.code) !== 0) return [run];
  return run.text
    .split(/(\r\n?|\n)/)
    .filter((text) => text !== '')
    .map((text) => ({ ...run, text: /^[\r\n]/.test(text) ? '\n' : text }));
}
