import { $getState, $setState, createState, type LexicalNode } from 'lexical';
import type { Origin } from '../markdown/source-record.ts';

/**
 * The source of a top-level node. It is not copied, so that a copied word does not carry the source of its paragraph.
 */
const originState = createState('origin', {
  parse: (value): Origin | null => (isOrigin(value) ? value : null),
  unparse: () => undefined,
  isEqual: (a, b) => a === b,
});

/** The origin of a top-level node; null when it was created in the editor. */
export function $originOf(node: LexicalNode): Origin | null {
  return $getState(node, originState);
}

/** Sets the origin of a node. */
export function $setOrigin(node: LexicalNode, origin: Origin): void {
  $setState(node, originState, origin);
}

function isOrigin(value: unknown): value is Origin {
  return typeof value === 'object' && value !== null && 'record' in value;
}
