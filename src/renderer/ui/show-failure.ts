import { upperFirst } from '#domain/text/format.ts';
import type { AppError } from '#ipc/app-error.ts';

import { explainError } from './explain-error.ts';
import { showToast } from './toast.tsx';

/**
 * Shows a failure in a toast: what happened, what is safe and what to do next. `what` comes first, such as "The pattern
 * was not saved". Shows nothing if the person cancelled.
 */
export function showFailure(error: AppError, what?: string): void {
  if (error.kind === 'cancelled') return;
  const { title, safe, next } = explainError(error);
  showToast(`${what === undefined ? upperFirst(title) : `${what}: ${title}`}. ${safe} ${next}`.trim());
}
