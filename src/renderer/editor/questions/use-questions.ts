import { useDeferredValue, useMemo } from 'react';

import { placeThread, type ThreadPlace } from '#domain/coaching/place-thread.ts';
import { isOpen, type Thread, threadsOf } from '#domain/coaching/threads.ts';
import type { SectionId } from '#domain/coe/vocabulary.ts';
import { nameReplacer } from '#domain/sharing/name-replacer.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { SharedThreads } from '#ipc/threads.ts';

import { useCoe, useDraft } from '../../draft/draft-context.ts';
import { useIpcQuery } from '../../platform/queries.ts';

/** One thread about the open COE, and where it is in the text on the screen. */
export type Question = {
  readonly thread: Thread;
  readonly place: ThreadPlace;
  readonly shared: SharedThreads;
  /** Ids of the events in it that the last reply brought. */
  readonly news: ReadonlySet<string>;
};

/** All threads about the open COE, in the order in which they begin, and the shares that they belong to. */
export type Questions = {
  readonly questions: readonly Question[];
  readonly shares: readonly SharedThreads[];
  /** Why they could not be read; null if they could. */
  readonly error: AppError | null;
};

const NONE: Questions = { questions: [], shares: [], error: null };

/** The threads about the open COE, placed in its text as it is on the screen. */
export function useQuestions(): Questions {
  const { id: coeId } = useDraft();
  const { data: shares, error } = useIpcQuery('sharing:threads', { coeId });
  const threads = useMemo(
    () =>
      (shares ?? []).flatMap((shared) => {
        const { replace } = nameReplacer(shared.names);
        return threadsOf(shared.events, shared.writer).map((thread) => ({
          thread,
          shared,
          news: new Set(shared.news?.added),
          copies: {
            rowIds: shared.rowIds,
            textOf: () => shared.sentTexts[thread.root.id] ?? null,
            wordsOfRow: (row: string) => shared.sentRows[row] ?? '',
            replaceNames: replace,
          },
        }));
      }),
    [shares],
  );
  // Without threads the editor, which calls this, must not be rendered again for each letter.
  const whole = useCoe((now) => (threads.length === 0 ? null : now));
  const coe = useDeferredValue(whole) ?? whole;
  return useMemo(
    () =>
      error !== null
        ? { ...NONE, error: error.appError }
        : shares === undefined || shares.length === 0
          ? NONE
          : {
              error: null,
              shares,
              questions:
                coe === null
                  ? []
                  : threads.map(({ thread, shared, news, copies }) => ({
                      thread,
                      shared,
                      news,
                      place: placeThread(coe, thread, copies),
                    })),
            },
    [coe, error, shares, threads],
  );
}

/** How many open threads each section has. */
export function openCounts(questions: readonly Question[]): ReadonlyMap<SectionId | 'header', number> {
  const counts = new Map<SectionId | 'header', number>();
  for (const { thread, place } of questions)
    if (isOpen(thread)) counts.set(place.section, (counts.get(place.section) ?? 0) + 1);
  return counts;
}
