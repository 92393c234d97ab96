import { $getState, $setState, createState } from 'lexical';
import type { ListNode } from '@lexical/list';

/** How a list was written: its marker and whether its items stand apart. Kept so that an edit does not restyle it. */
const markerState = createState('marker', { parse: (value) => (typeof value === 'string' ? value : '') });
const looseState = createState('loose', { parse: (value) => value === true });

/** How a list is to be written. */
export type ListStyle = { marker: string; loose: boolean };

export function $listStyleOf(node: ListNode): ListStyle {
  return { marker: $getState(node, markerState), loose: $getState(node, looseState) };
}

export function $setListStyle(node: ListNode, style: ListStyle): void {
  $setState(node, markerState, style.marker);
  $setState(node, looseState, style.loose);
}
