import { spawn } from 'node:child_process';

/**
 * Starts the program in a way that it refuses. Its dialog stays until it is ended; `said` is what it printed besides, `ended` its
 * exit code once it ended, null if it was killed.
 */
export function startRefused(program: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(program, args, { env });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  return {
    said: () => said,
    ended,
    end: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
