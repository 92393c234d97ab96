import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { freePort } from '../../support/team/free-port.ts';
import { PLAIN_GIT_ENVIRONMENT, plainGit } from '../../support/team/git-command.ts';

/** The repositories in a folder, served on 127.0.0.1 and a port that stays the same when the server starts again. */
export type GitDaemon = {
  readonly addressOf: (name: string) => string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
};

/** Serves the bare repositories in a folder. Everybody may push. The caller stops it. */
export async function startGitDaemon(folder: string): Promise<GitDaemon> {
  const program = path.join(plainGit(folder, ['--exec-path']), 'git-daemon');
  let running: ChildProcess | null = null;
  const stop = async (): Promise<void> => {
    const child = running;
    running = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  /** Resolves to whether the server could listen on the port. */
  const listen = (port: number): Promise<boolean> => {
    const args = ['--reuseaddr', '--listen=127.0.0.1', `--port=${port}`, `--base-path=${folder}`, '--export-all'];
    const child = spawn(program, [...args, '--verbose', '--enable=receive-pack', folder], {
      env: { ...PLAIN_GIT_ENVIRONMENT },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    running = child;
    return new Promise((resolve) => {
      let text = '';
      child.stderr.setEncoding('utf8').on('data', (more: string) => {
        text += more;
        if (text.includes('Ready to rumble')) resolve(true);
      });
      child.once('exit', () => resolve(false));
    });
  };
  let port = await freePort();
  while (!(await listen(port))) port = await freePort();
  return {
    addressOf: (name) => `git://127.0.0.1:${port}/${name}`,
    stop,
    start: async () => {
      // Another program may have the port for a moment.
      while (!(await listen(port))) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
