import { useCallback, useEffect, useRef, useState } from 'react';

import type { Coe } from '#domain/coe/coe.ts';
import type { SimilarCoe } from '#ipc/similar.ts';

import { useDraft } from '../../../draft/draft-context.ts';
import { flushPendingEdits } from '../../../draft/pending-edits.ts';
import { invoke, listen } from '../../../platform/bridge.ts';

/** How long a pause in typing has to be, in milliseconds. */
const PAUSE_MS = 500;

/** What is shown, and what was found since and waits until nobody reads. */
type Seen = { readonly shown: readonly SimilarCoe[]; readonly waiting: readonly SimilarCoe[] | null };

/**
 * The COEs that are like the open one, asked for after each pause in typing. While `isRead` says that someone reads the list, a
 * new answer waits: what one reads does not move.
 */
export function useSimilar(isRead: () => boolean): Seen & { showWaiting: () => void } {
  const draft = useDraft();
  const [seen, setSeen] = useState<Seen>({ shown: [], waiting: null });
  const latest = useRef(isRead);
  useEffect(() => {
    latest.current = isRead;
  });

  useEffect(() => {
    let question = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked: Coe | null = null;
    const find = async (isForced: boolean): Promise<void> => {
      flushPendingEdits();
      const { coe } = draft.store.getState();
      if (coe === asked && !isForced) return;
      asked = coe;
      question += 1;
      const mine = question;
      const answer = await invoke('similar:find', { coe });
      // Whoever typed on meanwhile asks again after the next pause.
      if (mine !== question || !answer.ok) return;
      const strong = answer.value.similar.filter(({ isStrong }) => isStrong);
      setSeen(({ shown }) => {
        if (sameList(shown, strong)) return { shown: strong, waiting: null };
        // What goes away because it was linked or dismissed goes at once; what comes or moves waits.
        if (latest.current() && !isPartOf(strong, shown)) return { shown, waiting: strong };
        return { shown: strong, waiting: null };
      });
    };
    const later = (isForced = false): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void find(isForced), PAUSE_MS);
    };
    later();
    let before = draft.store.getState().coe;
    const stopDraft = draft.store.subscribe(({ coe }) => {
      if (coe !== before) later();
      before = coe;
    });
    // Another COE changed: a fix over there may have been checked.
    const stopCoes = listen('coes:changed', ({ ids }) => {
      if (ids === 'many' || ids.some((id) => id !== draft.id)) later(true);
    });
    return () => {
      question += 1;
      clearTimeout(timer);
      stopDraft();
      stopCoes();
    };
  }, [draft]);

  const showWaiting = useCallback(
    () => setSeen(({ shown, waiting }) => ({ shown: waiting ?? shown, waiting: null })),
    [],
  );
  return { ...seen, showWaiting };
}

const sameList = (one: readonly SimilarCoe[], other: readonly SimilarCoe[]): boolean =>
  one.length === other.length && one.every(({ id }, index) => other[index]?.id === id);

/** Whether one list is the other with some left out, in the same order. */
function isPartOf(part: readonly SimilarCoe[], whole: readonly SimilarCoe[]): boolean {
  const left = whole.filter(({ id }) => part.some((each) => each.id === id));
  return sameList(part, left);
}
