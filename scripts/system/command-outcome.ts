/** What a command of the command line prints on standard output and on standard error, and its exit code. */
export type CommandOutcome = { readonly status: number; readonly out: string; readonly error: string };

/** The outcome of a command whose arguments are wrong. */
export const wrongArguments = (usage: string): CommandOutcome => ({ status: 2, out: '', error: `${usage}\n` });

/** Prints the outcome of the command that this process runs, which then ends with its exit code. */
export function endCommand({ status, out, error }: CommandOutcome): void {
  process.stdout.write(out);
  process.stderr.write(error);
  process.exitCode = status;
}
