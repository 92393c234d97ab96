import { upperFirst } from '#domain/text/format.ts';

import type { AppError } from '#ipc/app-error.ts';

import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { explainError } from './explain-error.ts';

/** Replaces a screen that could not load: what happened, what is safe, and a button to retry. */
export function FailedState({ error, onRetry }: { error: AppError; onRetry: () => unknown }) {
  const { title, safe, next } = explainError(error);
  return (
    <EmptyState title={upperFirst(title)} action={<Button onPress={() => void onRetry()}>Try again</Button>}>
      <p role="alert">
        {safe} {next}
      </p>
    </EmptyState>
  );
}
