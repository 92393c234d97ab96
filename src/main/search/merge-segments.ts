import { createSegmentWriter, eachPostingOf, type Segment, tokenAt } from './segment.ts';

/** Maps a document number to its new one, or to -1 for a dead document. Must preserve the order. */
export type Renumber = (document: number) => number;

/** Merges segments, in ascending order of their documents, into one. Removes dead documents. */
export function mergeSegments(segments: readonly Segment[], renumber: Renumber): Segment {
  const positions = segments.map(() => 0);
  const heads = segments.map((segment) => headOf(segment, 0));
  const bytes = segments.reduce((sum, segment) => sum + segment.postings.length, 0);
  const writer = createSegmentWriter(0, bytes + bytes / 8);
  for (let token = smallest(heads); token !== null; token = smallest(heads)) {
    writer.begin(token);
    for (const [index, segment] of segments.entries()) {
      if (heads[index] !== token) continue;
      const position = positions[index] ?? 0;
      eachPostingOf(segment, position, (document, weight) => {
        const number = renumber(document);
        if (number >= 0) writer.add(number, weight);
      });
      positions[index] = position + 1;
      heads[index] = headOf(segment, position + 1);
    }
  }
  return writer.finish();
}

const headOf = (segment: Segment, position: number): string | null =>
  position < segment.starts.length - 1 ? tokenAt(segment, position) : null;

function smallest(heads: readonly (string | null)[]): string | null {
  let least: string | null = null;
  for (const head of heads) if (head !== null && (least === null || head < least)) least = head;
  return least;
}
