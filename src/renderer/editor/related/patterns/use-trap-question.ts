import { useEffect, useRef, useState } from 'react';

import { saysWhy } from '#domain/patterns/suggest-words.ts';
import type { QuestionPlace, RankedPattern } from '#ipc/patterns.ts';

import { useCoe, useDraft, useDraftState } from '../../../draft/draft-context.ts';
import { flushPendingEdits } from '../../../draft/pending-edits.ts';
import { invoke, invokeAsText } from '../../../platform/bridge.ts';
import { invalidate, useIpcQuery } from '../../../platform/queries.ts';

/** The pause in typing after which the order is asked for again. */
const PAUSE_MS = 1500;

/** Whether the question is open at a place. It is asked once: what was answered or put off is remembered. */
export function useIsAsked(place: QuestionPlace): boolean {
  const draft = useDraft();
  const readOnly = useDraftState((state) => state.readOnly);
  const isWanted = useCoe((coe) => coe.patternIds.length === 0 && saysWhy(coe));
  const isThere = useCoe((coe) => place !== 'ready' || coe.status === 'ready');
  const asked = useIpcQuery('patterns:asked', { coeId: draft.id }).data;
  return !readOnly && isWanted && isThere && asked !== undefined && !asked.includes(place);
}

/** Remembers that the question was answered or put off at a place. */
export async function markAsked(coeId: string, place: QuestionPlace): Promise<void> {
  await invoke('patterns:mark-asked', { coeId, place });
  invalidate(['patterns:asked']);
}

/**
 * The patterns to offer, best first; null until they are known. They follow the text at a pause in typing, unless
 * `isHeld`, so that nothing moves under a person who reads them.
 */
export function useRankedPatterns(isHeld: () => boolean): readonly RankedPattern[] | null {
  const draft = useDraft();
  const [ranked, setRanked] = useState<readonly RankedPattern[] | null>(null);
  const held = useRef(isHeld);
  useEffect(() => {
    held.current = isHeld;
  });
  useEffect(() => {
    let requestId = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      flushPendingEdits();
      requestId += 1;
      const ownId = requestId;
      const answer = await invokeAsText('patterns:rank', { coe: draft.store.getState().coe });
      if (ownId !== requestId) return;
      if (!answer.ok) setRanked((before) => before ?? []);
      else setRanked((before) => (before !== null && held.current() ? before : answer.value));
    };
    void ask();
    let before = draft.store.getState().coe;
    const stop = draft.store.subscribe(({ coe }) => {
      if (coe === before) return;
      before = coe;
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), PAUSE_MS);
    });
    return () => {
      requestId += 1;
      clearTimeout(timer);
      stop();
    };
  }, [draft]);
  return ranked;
}
