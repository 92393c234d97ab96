/** Completes the index in the background, one time after the other. */
export type IndexCompletion = {
  /** Completes the index, unless that is being done. */
  readonly start: () => void;
  /** Resolves when the index is not being completed. What follows it may still run. */
  readonly idle: () => Promise<void>;
};

/** What a completion does. */
export type IndexCompletionSteps = {
  readonly complete: () => Promise<void>;
  /** Runs once the index is complete. Nobody waits for it: the index of a new worker can be completed meanwhile. */
  readonly afterwards: () => Promise<void>;
  readonly onError: (error: unknown) => void;
};

/** Creates the completion of one library's index. It starts nothing by itself. */
export function createIndexCompletion({ complete, afterwards, onError }: IndexCompletionSteps): IndexCompletion {
  let completing: Promise<void> | null = null;
  return {
    start: () => {
      completing ??= complete()
        .then(() => void afterwards().catch(onError), onError)
        .finally(() => {
          completing = null;
        });
    },
    idle: async () => {
      await completing;
    },
  };
}
