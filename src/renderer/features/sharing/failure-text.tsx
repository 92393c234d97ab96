import { upperFirst } from '#domain/text/format.ts';
import type { AppError } from '#ipc/app-error.ts';

import { explainError } from '../../ui/explain-error.ts';

/** What went wrong, what is safe and what to do, announced to screen readers. */
export function FailureText({ error }: { error: AppError }) {
  const { title, safe, next } = explainError(error);
  return (
    <p role="alert">
      {upperFirst(title)}. {safe} {next}
    </p>
  );
}
