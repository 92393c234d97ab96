import { type ChildProcess, spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { errnoOf } from '#main/disk/disk-error.ts';

/** What to run. Nothing passes through a shell. */
export type ProgramRun = {
  /** The full path of the program. */
  readonly program: string;
  readonly args: readonly string[];
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** What the program reads; nothing when left out. An error while reading it ends the program and rejects. */
  readonly stdin?: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** Gets the output as it comes. When left out, the answer has it. */
  readonly onStdout?: (chunk: Buffer) => void;
  readonly onStderr?: (text: string) => void;
  /** More bytes of output than this end the program. */
  readonly maxStdout: number;
  /** The program is ended when it neither writes nor reads anything for so long. */
  readonly idleMs: number;
  readonly signal?: AbortSignal;
};

/** How a program ended. `stderr` is the last 64,000 characters. */
export type ProgramEnd =
  | { readonly how: 'exited'; readonly code: number | null; readonly stdout: Buffer; readonly stderr: string }
  | { readonly how: 'not-found' | 'idle' | 'cancelled' | 'too-much-output'; readonly stderr: string };

const MAX_STDERR = 64_000;
/** How long output is awaited after a program ended: a helper it left behind may hold the pipe open. */
const CLOSE_MS = 2_000;

/** Runs a program to its end. When it has to be ended early, every process it started is ended too. */
export async function runProgram(run: ProgramRun): Promise<ProgramEnd> {
  if (run.signal?.aborted === true) return { how: 'cancelled', stderr: '' };
  const started = startProgram(run);
  if (started === null) return { how: 'not-found', stderr: '' };
  const { child } = started;
  const chunks: Buffer[] = [];
  let bytes = 0;
  let stderr = '';
  let ended: 'idle' | 'cancelled' | 'too-much-output' | null = null;
  const endBecause = (why: typeof ended): void => {
    ended ??= why;
    started.kill();
  };
  let idle: NodeJS.Timeout | undefined;
  const noteActivity = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => endBecause('idle'), run.idleMs);
  };
  noteActivity();
  const cancel = (): void => endBecause('cancelled');
  run.signal?.addEventListener('abort', cancel, { once: true });
  child.stdout?.on('data', (chunk: Buffer) => {
    noteActivity();
    bytes += chunk.length;
    if (bytes > run.maxStdout) endBecause('too-much-output');
    else if (run.onStdout === undefined) chunks.push(chunk);
    else run.onStdout(chunk);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    noteActivity();
    stderr = (stderr + text).slice(-MAX_STDERR);
    run.onStderr?.(text);
  });
  const feeding = feed(child, run.stdin ?? [], noteActivity).catch((error: unknown) => {
    started.kill();
    return { error };
  });
  const exit = await started.ended;
  clearTimeout(idle);
  run.signal?.removeEventListener('abort', cancel);
  const fed = await feeding;
  if (fed !== null) throw fed.error;
  if (exit === 'not-found') return { how: 'not-found', stderr };
  if (ended !== null) return { how: ended, stderr };
  return { how: 'exited', code: exit, stdout: Buffer.concat(chunks), stderr };
}

/** Writes to a program's input. Rejects only when the source fails, not when the program stops reading. */
async function feed(
  child: ChildProcess,
  source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  onChunk: () => void,
): Promise<null> {
  const { stdin } = child;
  if (stdin === null) return null;
  const failures: unknown[] = [];
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const nextChunk = async (): Promise<IteratorResult<Uint8Array>> => {
    try {
      return await iterator.next();
    } catch (error) {
      failures.push(error);
      throw error;
    }
  };
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      for (let next = await nextChunk(); next.done !== true; next = await nextChunk()) {
        onChunk();
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  await pipeline(Readable.from(watched(), { objectMode: true, highWaterMark: 4 }), stdin).catch(() => null);
  for (const failure of failures) throw failure;
  return null;
}

/** A running program with its pipes. */
export type StartedProgram = {
  readonly child: ChildProcess;
  /** Its exit code, null when it was killed. Never rejects. */
  readonly ended: Promise<number | null | 'not-found'>;
  /** Ends it and every process it started. */
  readonly kill: () => void;
};

/** Starts a program in a process group of its own; null when there is no such program. */
export function startProgram({
  program,
  args,
  env,
  cwd,
}: Pick<ProgramRun, 'program' | 'args' | 'env' | 'cwd'>): StartedProgram | null {
  let child: ChildProcess;
  try {
    child = spawn(program, args, {
      env: { ...env },
      cwd,
      stdio: 'pipe',
      shell: false,
      windowsHide: true,
      detached: process.platform !== 'win32',
    });
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
  const ended = new Promise<number | null | 'not-found'>((resolve) => {
    let grace: NodeJS.Timeout | undefined;
    child.once('error', () => {
      if (child.pid === undefined) resolve('not-found');
    });
    child.once('exit', () => {
      grace = setTimeout(() => closePipes(child), CLOSE_MS);
    });
    child.once('close', (code) => {
      clearTimeout(grace);
      resolve(child.pid === undefined ? 'not-found' : code);
    });
  });
  child.stdin?.on('error', () => undefined);
  return { child, ended, kill: () => killGroup(child) };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    const system = process.env['SystemRoot'] ?? String.raw`C:\Windows`;
    spawn(String.raw`${system}\System32\taskkill.exe`, ['/pid', String(child.pid), '/T', '/F'], {
      stdio: 'ignore',
      windowsHide: true,
    }).on('error', () => child.kill('SIGKILL'));
  } else {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL');
    }
  }
}

function closePipes(child: ChildProcess): void {
  child.stdin?.destroy();
  child.stdout?.destroy();
  child.stderr?.destroy();
}
