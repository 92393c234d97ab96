import { $getState, $setState, createState } from 'lexical';
import type { ListNode } from '@lexical/list';

/** The source style of a list: its marker and whether it is loose. Kept so that an edit does not restyle it. */
const markerState = createState('marker', { parse: (value) => (typeof value === 'string' ? value : '') });
const looseState = createState('loose', { parse: (value) => value === true });

/** The style a list is written in. */
export type ListStyle = { marker: string; loose: boolean };

export function $listStyleOf(node: ListNode): ListStyle {
  return { marker: $getState(node, markerState), loose: $getState(node, looseState) };
}

export function $setListStyle(node: ListNode, style: ListStyle): void {
  $setState(node, markerState, style.marker);
  $setState(node, looseState, style.loose);
}
