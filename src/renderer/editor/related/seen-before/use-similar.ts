import { useCallback, useEffect, useRef, useState } from 'react';

import type { Coe } from '#domain/coe/coe.ts';
import type { SimilarCoe } from '#ipc/similar.ts';

import { useDraft } from '../../../draft/draft-context.ts';
import { flushPendingEdits } from '../../../draft/pending-edits.ts';
import { invokeAsText, listen } from '../../../platform/bridge.ts';

/** The pause in typing after which similar COEs are searched for, in milliseconds. */
const PAUSE_MS = 500;

/** The list on screen, and the newer list that waits while the person reads; null when none does. */
type Seen = { readonly shown: readonly SimilarCoe[]; readonly waiting: readonly SimilarCoe[] | null };

/**
 * The COEs that are similar to the open one, searched for after each pause in typing. While `isRead` returns true a new
 * list waits, so that nothing moves under the pointer of a person who reads it. `showNext` lets the next list not wait: the
 * person has just asked for it.
 */
export function useSimilar(isRead: () => boolean): Seen & { showWaiting: () => void; showNext: () => void } {
  const draft = useDraft();
  const [seen, setSeen] = useState<Seen>({ shown: [], waiting: null });
  const isWanted = useRef(false);
  const latest = useRef(isRead);
  useEffect(() => {
    latest.current = isRead;
  });

  useEffect(() => {
    let requestId = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked: Coe | null = null;
    const find = async (isForced: boolean): Promise<void> => {
      flushPendingEdits();
      const { coe } = draft.store.getState();
      if (coe === asked && !isForced) return;
      asked = coe;
      requestId += 1;
      const ownId = requestId;
      const answer = await invokeAsText('similar:find', { coe });
      // Typing went on: the next pause asks again.
      if (ownId !== requestId || !answer.ok) return;
      const strong = answer.value.similar.filter(({ isStrong }) => isStrong);
      const mayWait = !isWanted.current;
      isWanted.current = false;
      setSeen(({ shown }) => {
        if (sameList(shown, strong)) return { shown: strong, waiting: null };
        // COEs that were linked or dismissed leave the list at once; new or moved ones wait.
        if (mayWait && latest.current() && !isPartOf(strong, shown)) return { shown, waiting: strong };
        return { shown: strong, waiting: null };
      });
    };
    let isForcedNext = false;
    const schedule = (isForced = false): void => {
      isForcedNext ||= isForced;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const wasForced = isForcedNext;
        isForcedNext = false;
        void find(wasForced);
      }, PAUSE_MS);
    };
    schedule();
    let before = draft.store.getState().coe;
    const stopDraft = draft.store.subscribe(({ coe }) => {
      if (coe !== before) schedule();
      before = coe;
    });
    // Prose reaches the draft in batches: while typing goes on there, it is no pause.
    const stopKeystrokes = draft.onKeystroke(() => schedule());
    // Another COE changed; the check of its last fix may have changed too.
    const stopCoes = listen('coes:changed', ({ ids }) => {
      if (ids === 'many' || ids.some((id) => id !== draft.id)) schedule(true);
    });
    return () => {
      requestId += 1;
      clearTimeout(timer);
      stopDraft();
      stopKeystrokes();
      stopCoes();
    };
  }, [draft]);

  const showWaiting = useCallback(
    () => setSeen(({ shown, waiting }) => ({ shown: waiting ?? shown, waiting: null })),
    [],
  );
  const showNext = useCallback((): void => {
    isWanted.current = true;
  }, []);
  return { ...seen, showWaiting, showNext };
}

const sameList = (one: readonly SimilarCoe[], other: readonly SimilarCoe[]): boolean =>
  one.length === other.length && one.every(({ id }, index) => other[index]?.id === id);

/** Whether one list is the other with some items removed, in the same order. */
function isPartOf(part: readonly SimilarCoe[], whole: readonly SimilarCoe[]): boolean {
  const left = whole.filter(({ id }) => part.some((each) => each.id === id));
  return sameList(part, left);
}
