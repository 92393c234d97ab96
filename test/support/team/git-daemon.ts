import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { onTestFinished } from 'vitest';

import type { RemoteAddress } from '#domain/team/remote-address.ts';
import { parseRemoteAddress } from '#domain/team/remote-address.ts';

import { freePort } from './free-port.ts';
import { PLAIN_GIT_ENVIRONMENT, plainGit } from './git-command.ts';

/** The repositories in a folder, served on 127.0.0.1. */
export type GitDaemon = {
  readonly addressOf: (name: string) => RemoteAddress;
  /** Resolves once so many callers came, and none is served any more. A push goes on when its caller was killed. */
  readonly quietAfter: (callers: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Where git keeps its programs. */
let programs: string | null = null;

/** Serves the bare repositories in a folder until the test ends. `canWrite` lets everybody push. */
export async function startGitDaemon(folder: string, { canWrite = true } = {}): Promise<GitDaemon> {
  programs ??= plainGit(folder, ['--exec-path']);
  const program = path.join(programs, 'git-daemon');
  for (;;) {
    const port = await freePort();
    const args = ['--reuseaddr', '--listen=127.0.0.1', `--port=${port}`, `--base-path=${folder}`, '--export-all'];
    const child = spawn(program, [...args, '--verbose', ...(canWrite ? ['--enable=receive-pack'] : []), folder], {
      env: { ...PLAIN_GIT_ENVIRONMENT },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const hasEnded = once(child, 'exit');
    let text = '';
    const isReady = new Promise<boolean>((resolve) => {
      child.stderr.setEncoding('utf8').on('data', (more: string) => {
        text += more;
        if (text.includes('Ready to rumble')) resolve(true);
      });
      child.once('exit', () => resolve(false));
    });
    const quietAfter = async (callers: number): Promise<void> => {
      const isQuiet = (): boolean => {
        const came = count(text, '] Connection from ');
        return came >= callers && count(text, '] Disconnected') === came;
      };
      while (!isQuiet()) await once(child.stderr, 'data');
    };
    const stop = async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await hasEnded;
    };
    onTestFinished(stop);
    if (await isReady) {
      return {
        stop,
        quietAfter,
        addressOf: (name) => {
          const address = parseRemoteAddress(`git://127.0.0.1:${port}/${name}`, { allowLoopback: true });
          if (!address.ok) throw new Error(address.error);
          return address.value;
        },
      };
    }
  }
}

const count = (text: string, part: string): number => text.split(part).length - 1;
