import type { AppError } from '#ipc/app-error.ts';

import { explainError, sentence } from '../../../ui/explain-error.ts';
import { showToast } from '../../../ui/toast.tsx';

/** What went wrong, in one line; nothing for a person who only changed their mind. */
export function vaultErrorText(error: AppError): string | null {
  if (error.kind === 'cancelled') return null;
  const { title, safe, next } = explainError(error);
  return [`${sentence(title)}.`, safe, next].filter((part) => part !== '').join(' ');
}

/** Says it at the foot of the window, for when the dialog that asked is gone. */
export function showVaultError(error: AppError): void {
  const problem = vaultErrorText(error);
  if (problem !== null) showToast(problem);
}
