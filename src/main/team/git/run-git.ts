import { fail, ok } from '#domain/result.ts';
import type { RemoteAddress } from '#domain/team/remote-address.ts';

import { classifyFailure, type FailedCall } from './classify-failure.ts';
import {
  gitEnvironment,
  type GitFolders,
  gitOptions,
  sshArguments,
  sshCommandLine,
  systemKnownHostsFiles,
} from './git-environment.ts';
import type { GitProgram } from './git-program.ts';
import { runProgram } from './run-program.ts';
import type { Answer, GitProgress } from './team-repository.ts';

/** What every call of git has in common. */
export type GitContext = {
  readonly program: GitProgram;
  readonly folders: GitFolders;
  readonly knownHostsFile: string;
  /** The environment of this process, of which little is passed on. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Read instead of the person's ssh configuration; null outside tests. */
  readonly sshConfigFile: string | null;
  /** How long a call to a remote may be silent, in milliseconds. */
  readonly remoteIdleMs: number;
  readonly onProgress?: (progress: GitProgress) => void;
};

/** One call of git. */
export type GitCall = {
  readonly args: readonly string[];
  /** The remote that is read or written; left out for a call that stays on this computer. */
  readonly remote?: { readonly what: 'read' | 'write'; readonly address: RemoteAddress };
  readonly stdin?: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  readonly onStdout?: (chunk: Buffer) => void;
  readonly maxStdout?: number;
  readonly idleMs?: number;
  readonly signal?: AbortSignal;
  /** Prints to the errors which protocol the server speaks. */
  readonly tracesProtocol?: boolean;
  /** Lets the person's credential helper ask in a window of its own. */
  readonly mayAsk?: boolean;
  /** Exit codes besides 0 that are answers, not failures. */
  readonly alsoExits?: readonly number[];
};

/** What git printed, when it ended as it should. */
export type GitOutput = { readonly code: number; readonly stdout: Buffer; readonly stderr: string };

/** What git printed, as text. */
export const textOf = ({ stdout }: GitOutput): string => stdout.toString('utf8');

/** git's name for a tree without files. */
export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

const MAX_STDOUT = 64_000_000;
/** A command on this computer works on files alone; so long without a word means a disk that hangs. */
const LOCAL_IDLE_MS = 180_000;
const CONNECT_SECONDS = 20;

/** The program, arguments and environment of a call. */
export function gitStart(
  context: GitContext,
  args: readonly string[],
  protocol: RemoteAddress['protocol'] | null,
): { program: string; args: string[]; env: Record<string, string>; cwd: string } {
  const { program, folders, environment, knownHostsFile, sshConfigFile } = context;
  const connectSeconds = Math.max(1, Math.min(CONNECT_SECONDS, Math.floor(context.remoteIdleMs / 1_000)));
  const ssh = { program: program.ssh ?? 'ssh', knownHostsFile, configFile: sshConfigFile, connectSeconds };
  const command = sshCommandLine(ssh.program, sshArguments(ssh, systemKnownHostsFiles(process.platform, environment)));
  return {
    program: program.git,
    args: [...gitOptions(folders.emptyFolder, protocol === null ? [] : [GIT_PROTOCOLS[protocol]]), ...args],
    env: gitEnvironment(environment, folders, command),
    cwd: folders.emptyFolder,
  };
}

const GIT_PROTOCOLS = { ssh: 'ssh', https: 'https', loopback: 'git' } as const;

/** Runs git to its end. */
export async function runGit(context: GitContext, call: GitCall): Answer<GitOutput> {
  const { remote } = call;
  if (remote?.address.protocol === 'ssh' && context.program.ssh === null) return fail({ kind: 'ssh-missing' });
  const maxStdout = call.maxStdout ?? MAX_STDOUT;
  const reader = remote === undefined || context.onProgress === undefined ? null : readProgress(context.onProgress);
  if (remote !== undefined)
    context.onProgress?.({ step: 'connecting', percent: null, done: null, total: null, bytes: null });
  const start = gitStart(context, call.args, remote?.address.protocol ?? null);
  const run = await runProgram({
    ...start,
    env: {
      ...start.env,
      ...(call.tracesProtocol === true ? { GIT_TRACE_PACKET: '2' } : {}),
      ...(call.mayAsk === true ? { GCM_INTERACTIVE: 'always' } : {}),
    },
    stdin: call.stdin,
    onStdout: call.onStdout,
    onStderr: reader ?? undefined,
    maxStdout,
    idleMs: call.idleMs ?? (remote === undefined ? LOCAL_IDLE_MS : context.remoteIdleMs),
    signal: call.signal,
  });
  switch (run.how) {
    case 'not-found':
      return fail({ kind: 'git-missing' });
    case 'idle':
      return fail({ kind: 'timeout' });
    case 'cancelled':
      return fail({ kind: 'cancelled' });
    case 'too-much-output':
      return fail({ kind: 'too-large', limitBytes: maxStdout });
    case 'exited': {
      const { code, stdout, stderr } = run;
      if (code !== null && (code === 0 || call.alsoExits?.includes(code) === true)) return ok({ code, stdout, stderr });
      const failed: FailedCall = remote ?? { what: 'local' };
      return fail(classifyFailure(failed, code, stderr));
    }
  }
}

const STEPS: readonly (readonly [text: string, step: GitProgress['step']])[] = [
  ['Receiving objects', 'receiving'],
  ['Resolving deltas', 'resolving'],
  ['Writing objects', 'sending'],
  ['Compressing objects', 'compressing'],
  ['Counting objects', 'counting'],
  ['Enumerating objects', 'counting'],
  ['Checking connectivity', 'checking'],
];

/** Reads lines such as `Receiving objects:  45% (450/1000), 1.20 MiB | 3.00 MiB/s`, which git ends with a return. */
export function readProgress(onProgress: (progress: GitProgress) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split(/[\r\n]/);
    rest = (lines.pop() ?? '').slice(-1_000);
    for (const line of lines) {
      const step = STEPS.find(([start]) => line.replace(/^remote: /, '').startsWith(start))?.[1];
      if (step === undefined) continue;
      const [, percent, done, total] = /: +(\d{1,3})% \((\d+)\/(\d+)\)/.exec(line) ?? [];
      const numberOf = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
      const [, amount, unit = 'bytes'] = /, (\d+(?:\.\d+)?) (bytes|KiB|MiB|GiB)/.exec(line) ?? [];
      onProgress({
        step,
        percent: numberOf(percent),
        done: numberOf(done),
        total: numberOf(total),
        bytes: amount === undefined ? null : Math.round(Number(amount) * (UNITS[unit] ?? 1)),
      });
    }
  };
}

const UNITS: Readonly<Record<string, number>> = { bytes: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
