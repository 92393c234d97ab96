import { hasCommand } from '../../scripts/system/run-command.mjs';

/**
 * Why a test that needs a system command has to be skipped: the command is not installed. Null when it is. On CI a
 * missing command is an error instead, because nobody would notice the skipped test.
 */
export function missingCommand(command: string): string | null {
  if (hasCommand(command)) return null;
  const reason = `${command} is not installed; run: npm run setup -- --tests`;
  if (process.env['CI'] !== undefined) throw new Error(reason);
  return reason;
}
