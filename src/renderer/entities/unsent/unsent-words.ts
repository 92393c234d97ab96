import { useMemo } from 'react';

import { readableUnsent } from '#domain/coaching/unsent-file.ts';
import { sameValue } from '#domain/merge/json-value.ts';
import { ok } from '#domain/result.ts';
import {
  type UnfinishedPublication,
  type UnfinishedShare,
  type UnsentAnswer,
  type UnsentWords,
  unsentWordsSchema,
} from '#ipc/unsent.ts';

import { currentLibrary, invokeIn, useLibraryState } from '../../platform/library-state.ts';
import { createUnsentStore, type Unsent } from './unsent-store.ts';

const store = createUnsentStore<UnsentWords>({
  read: async ([library, coeId]) => {
    const found = await invokeIn(library, 'journal:read-unsent', { coeId });
    return found.ok ? ok(readableUnsent(found.value, unsentWordsSchema)) : found;
  },
  save: ([library, coeId], about, words) => invokeIn(library, 'journal:save-unsent', { coeId, about, words }),
  isTyped: (words) => words.is !== 'answer' || isAnswerTyped(words),
});

/** Whether anything was typed: an answer, or a change to a proposed action. */
export const isAnswerTyped = ({ text, action }: Pick<UnsentAnswer, 'text' | 'action'>): boolean =>
  text.trim() !== '' || action !== undefined;

/** What was typed or chosen about a COE of the open library, but not stored or sent. */
export const useUnsentWords = (coeId: string): Unsent<UnsentWords> =>
  store.useUnsent([useLibraryState()?.handle ?? '', coeId]);

const setWords = (coeId: string, about: string, words: UnsentWords | null): void =>
  store.set([currentLibrary() ?? '', coeId], about, words);

/** The forms that are open at questions and comments about a COE, by the thread or what a new one is about. */
export function useUnsentAnswers(coeId: string): Unsent<UnsentAnswer> {
  const unsent = useUnsentWords(coeId);
  return useMemo(() => {
    const answers = Object.entries(unsent.words).filter(
      (entry): entry is [string, UnsentAnswer] => entry[1].is === 'answer',
    );
    return { ...unsent, words: Object.fromEntries(answers) };
  }, [unsent]);
}

/** Opens, changes or, with null, closes the form at a thread. */
export const setUnsentAnswer = (coeId: string, about: string, answer: Omit<UnsentAnswer, 'is'> | null): void =>
  setWords(coeId, about, answer === null ? null : { is: 'answer', ...answer });

/**
 * Closes the form at a thread once what was in it is stored, unless it was changed since. `sent` is what was in it, and
 * undefined if it was not open. Returns whether no words are left in it.
 */
export function forgetSent(coeId: string, about: string, sent: UnsentAnswer | undefined): boolean {
  const now = store.get([currentLibrary() ?? '', coeId], about);
  if (now === null) return true;
  if (sent === undefined || now.is !== 'answer' || (isAnswerTyped(now) && !sameValue(now, sent))) return false;
  setWords(coeId, about, null);
  return true;
}

/** What was chosen for a copy that was not saved; null for nothing. */
export function unfinishedShare({ words: { share } }: Unsent<UnsentWords>): UnfinishedShare | null {
  return share?.is === 'share' ? share : null;
}

/** What was chosen for a COE that was not published; null for nothing. */
export function unfinishedPublication({ words: { publication } }: Unsent<UnsentWords>): UnfinishedPublication | null {
  return publication?.is === 'publication' ? publication : null;
}

/** Remembers what was chosen for a copy; null forgets it. */
export const rememberShare = (coeId: string, share: Omit<UnfinishedShare, 'is'> | null): void =>
  setWords(coeId, 'share', share === null ? null : { is: 'share', ...share });

/** Remembers what was chosen for publishing; null forgets it. */
export const rememberPublication = (coeId: string, chosen: Omit<UnfinishedPublication, 'is'> | null): void =>
  setWords(coeId, 'publication', chosen === null ? null : { is: 'publication', ...chosen });
