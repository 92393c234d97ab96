import { useEffect, useState } from 'react';

import { createDespairFinder } from '#domain/care/find-despair.ts';

import { useDraft } from '../../draft/draft-context.ts';
import type { Draft } from '../../draft/draft-state.ts';

/** The pause in typing after which the text is read: long enough to finish "I could have died of embarrassment". */
const PAUSE_MS = 1200;

/** How many sentences of despair each COE had when its note was closed. Memory only: nothing of it is ever stored. */
const closedAt = new WeakMap<Draft, number>();

/** Whether the open COE contains words of despair, and whether the note on help is shown. */
export type Care = { readonly isDespair: boolean; readonly isShown: boolean; readonly close: () => void };

/**
 * Looks for words of despair when the COE opens and after each pause in typing. Once shown, the note stays until the
 * person closes it, even if the words are deleted. It returns after a restart, or when there are more such sentences.
 */
export function useCare(): Care {
  const draft = useDraft();
  const [find] = useState(createDespairFinder);
  const [found, setFound] = useState(() => find(draft.store.getState().coe).length);
  const [isShown, setIsShown] = useState(() => found > (closedAt.get(draft) ?? 0));

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      const now = find(draft.store.getState().coe).length;
      const closed = closedAt.get(draft) ?? 0;
      if (now < closed) closedAt.set(draft, now);
      setFound(now);
      if (now > closed) setIsShown(true);
    };
    let before = draft.store.getState().coe;
    const stop = draft.store.subscribe(({ coe }) => {
      if (coe === before) return;
      before = coe;
      clearTimeout(timer);
      timer = setTimeout(read, PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [draft, find]);

  return {
    isDespair: found > 0,
    isShown,
    close: () => {
      closedAt.set(draft, found);
      setIsShown(false);
    },
  };
}
