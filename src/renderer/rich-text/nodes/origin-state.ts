import { $getState, $setState, createState, type LexicalNode } from 'lexical';
import type { Origin } from '../markdown/source-record.ts';

/** What a top-level node was read from. It never leaves the editor: a copied word must not carry its paragraph along. */
const originState = createState('origin', {
  parse: (value): Origin | null => (isOrigin(value) ? value : null),
  unparse: () => undefined,
  isEqual: (a, b) => a === b,
});

/** The origin of a top-level node, or null when it was made in the editor. */
export function $originOf(node: LexicalNode): Origin | null {
  return $getState(node, originState);
}

/** Remembers what a node was read from. */
export function $setOrigin(node: LexicalNode, origin: Origin): void {
  $setState(node, originState, origin);
}

function isOrigin(value: unknown): value is Origin {
  return typeof value === 'object' && value !== null && 'record' in value;
}
