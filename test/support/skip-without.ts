import type { TestContext } from 'vitest';

import { missingCommand } from './missing-command.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test was skipped; `npm test` prints it. */
    skipReason?: string;
  }
}

/** Skips the running test when a system command is not installed. */
export function skipWithout(command: string, context: TestContext): void {
  const reason = missingCommand(command);
  if (reason !== null) skipBecause(reason, context);
}

/** Skips the running test for a reason that `npm test` prints. */
export function skipBecause(reason: string, { task, skip }: TestContext): never {
  task.meta.skipReason = reason;
  return skip(reason);
}
