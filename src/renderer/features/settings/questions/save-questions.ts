import type { OwnQuestions } from '#domain/questions/own-questions.ts';

import { changeOwnQuestions } from '../../../platform/own-questions.ts';
import { explainError } from '../../../ui/explain-error.ts';
import { showToast } from '../../../ui/toast.tsx';

/** Saves a change of the own questions; says so if it failed. With `removed`, offers to undo it. */
export async function saveQuestions(
  change: (questions: OwnQuestions) => OwnQuestions,
  removed?: { readonly text: string; readonly undo: (questions: OwnQuestions) => OwnQuestions },
): Promise<void> {
  const error = await changeOwnQuestions(change);
  if (error !== null) {
    const words = explainError(error);
    showToast(`Not saved. ${words.title}. ${words.next}`);
  } else if (removed !== undefined) {
    showToast(removed.text, () => void saveQuestions(removed.undo));
  }
}
