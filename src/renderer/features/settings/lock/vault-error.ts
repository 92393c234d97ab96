import { upperFirst } from '#domain/text/format.ts';

import type { AppError } from '#ipc/app-error.ts';

import { explainError } from '../../../ui/explain-error.ts';
import { showToast } from '../../../ui/toast.tsx';

/** What went wrong, in one line; null when the person cancelled. */
export function vaultErrorText(error: AppError): string | null {
  if (error.kind === 'cancelled') return null;
  const { title, safe, next } = explainError(error);
  return [`${upperFirst(title)}.`, safe, next].filter((part) => part !== '').join(' ');
}

/** Shows it as a toast, for when the dialog has closed. */
export function showVaultError(error: AppError): void {
  const problem = vaultErrorText(error);
  if (problem !== null) showToast(problem);
}
