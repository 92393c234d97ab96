import { NO_OWN_QUESTIONS, type OwnQuestions } from '#domain/questions/own-questions.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { OwnQuestionsState } from '#ipc/questions.ts';

import { currentLibrary, invokeIn } from './library-state.ts';
import { queryClient, useIpcQuery } from './queries.ts';

const KEY = ['questions:read', {}];
const NONE: OwnQuestionsState = { questions: NO_OWN_QUESTIONS, fault: null, readOnly: true };

/** The own questions of the open library; none until they have been read, and if they cannot be. */
export const useOwnQuestionsState = (): OwnQuestionsState => useIpcQuery('questions:read', {}).data ?? NONE;

/** The own questions alone. */
export const useOwnQuestions = (): OwnQuestions => useOwnQuestionsState().questions;

/** The last change, which the next one waits for. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Changes the own questions: at once in the page, and then on disk. On failure the page shows what is on disk again,
 * and the error is returned; null on success.
 */
export function changeOwnQuestions(change: (questions: OwnQuestions) => OwnQuestions): Promise<AppError | null> {
  const shown = queryClient.getQueryData<OwnQuestionsState>(KEY) ?? NONE;
  const base = shown.questions;
  const library = currentLibrary();
  const questions = change(base);
  queryClient.setQueryData(KEY, { ...shown, questions });
  const save = async (): Promise<AppError | null> => {
    const result = await invokeIn(library, 'questions:change', { base, questions });
    if (result.ok) {
      // A later change may be on the screen already; it comes from this one.
      if (queryClient.getQueryData<OwnQuestionsState>(KEY)?.questions === questions)
        queryClient.setQueryData(KEY, result.value);
      return null;
    }
    await queryClient.invalidateQueries({ queryKey: KEY });
    return result.error;
  };
  const saved = last.then(save);
  last = saved.catch(() => undefined);
  return saved;
}
