import { test } from '@playwright/test';

import { missingCommand } from '../../support/missing-command.ts';

/** Runs a test, or the tests of a group, only if a condition holds. Otherwise they are skipped with the reason. */
export const onlyIf = (condition: boolean, reason: string): void => test.skip(!condition, reason);

/** Runs a test, or the tests of a group, only if system commands are installed. On CI a missing one is an error. */
export function needsCommands(...commands: readonly string[]): void {
  const missing = commands.map(missingCommand).find((reason) => reason !== null);
  onlyIf(missing === undefined, missing ?? '');
}
