import { useEffect, useState } from 'react';

import { findDespair } from '#domain/care/find-despair.ts';

/** The pause in typing after which the text is read, as in the editor. */
const PAUSE_MS = 1200;

/** Whether the note on help is shown. */
type CareInText = { readonly isShown: boolean; readonly close: () => void };

/**
 * Looks for words of despair when the field is first shown and after each pause in typing. Once shown, the note stays
 * until the person closes it, and returns when there are more such sentences. Nothing of it is stored.
 */
export function useCareInText(text: string): CareInText {
  const [found, setFound] = useState(() => findDespair(text).length);
  const [closedAt, setClosedAt] = useState(0);
  const [isShown, setIsShown] = useState(found > 0);
  useEffect(() => {
    const timer = setTimeout(() => {
      const count = findDespair(text).length;
      setFound(count);
      setClosedAt((closed) => Math.min(closed, count));
      if (count > closedAt) setIsShown(true);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, closedAt]);
  return {
    isShown,
    close: () => {
      setClosedAt(found);
      setIsShown(false);
    },
  };
}
