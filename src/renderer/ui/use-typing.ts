import { useEffect, useEffectEvent } from 'react';

/**
 * Gets what would set the text that is typed in a field and not set yet, with each letter. Returns the function that is
 * called when that text changes, is set or is given up.
 */
export type OnTyping = (set: () => void) => () => void;

/** Tells whoever wants to know of the text in a field that is not set yet; null while there is none. */
export function useTyping(text: string | null, set: () => void, onTyping: OnTyping | undefined): void {
  const latest = useEffectEvent(set);
  useEffect(() => (text === null ? undefined : onTyping?.(() => latest())), [text, onTyping]);
}
