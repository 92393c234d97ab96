import { fail, ok, type Result } from '#domain/result.ts';
import type { GitFailure } from '#domain/team/git-failure.ts';

import { classifyFailure } from './classify-failure.ts';
import { startProgram, type StartedProgram } from './run-program.ts';
import type { Answer, ObjectProblem } from './team-repository.ts';

/** Reads objects by a long-lived `git cat-file`, one after the other. */
export type ObjectReader = {
  /** `name` is an id, or `commit:path` without line breaks. Larger objects than `maxBytes` are not read. */
  readonly readBlob: (name: string, maxBytes: number) => Answer<Result<Uint8Array, ObjectProblem>>;
  /** The type of an object, such as `commit`; null when it is missing. */
  readonly typeOf: (name: string) => Answer<string | null>;
  /** Ends the process; the next read starts another. */
  readonly close: () => Promise<void>;
};

/** How to start it: its program, arguments, environment and folder. */
export type ReaderStart = Parameters<typeof startProgram>[0];

/** A running process, and the bytes it wrote that were not yet taken. */
type Running = {
  readonly started: StartedProgram;
  chunks: Buffer[];
  buffered: number;
  hasEnded: boolean;
  stderr: string;
  wake: () => void;
};

/** Creates a reader; the process starts with the first read and ends after `idleMs` without an answer to a read. */
export function createObjectReader(start: ReaderStart, idleMs: number): ObjectReader {
  let running: Running | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const inOrder = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = queue.then(work);
    queue = next.catch(() => undefined);
    return next;
  };

  const launch = (): Running | null => {
    const started = startProgram(start);
    if (started === null) return null;
    const state: Running = { started, chunks: [], buffered: 0, hasEnded: false, stderr: '', wake: () => undefined };
    started.child.stdout?.on('data', (chunk: Buffer) => {
      state.chunks.push(chunk);
      state.buffered += chunk.length;
      state.wake();
    });
    started.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      state.stderr = (state.stderr + text).slice(-10_000);
    });
    void started.ended.then(() => {
      state.hasEnded = true;
      state.wake();
    });
    return state;
  };

  /** Waits until `isThere`; false when the process ended or wrote nothing for too long. */
  const waitFor = async (state: Running, isThere: () => boolean): Promise<boolean> => {
    while (!isThere()) {
      if (state.hasEnded) return false;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => state.started.kill(), idleMs);
        state.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return true;
  };

  const take = (state: Running, length: number): Buffer => {
    const all = Buffer.concat(state.chunks);
    state.chunks = length === all.length ? [] : [all.subarray(length)];
    state.buffered = all.length - length;
    return Buffer.from(all.subarray(0, length));
  };

  /** One line without its end; null when the process ended. */
  const readLine = async (state: Running): Promise<string | null> => {
    const hasLine = (): boolean => state.chunks.some((chunk) => chunk.includes(10));
    if (!(await waitFor(state, hasLine))) return null;
    const length = Buffer.concat(state.chunks).indexOf(10) + 1;
    return take(state, length).subarray(0, -1).toString('utf8');
  };

  const stop = async (): Promise<GitFailure> => {
    const state = running;
    running = null;
    if (state === null) return { kind: 'git-missing' };
    state.started.kill();
    await state.started.ended;
    const failure = classifyFailure({ what: 'local' }, null, state.stderr);
    // It is asked for nothing but objects: when it gives up, it could not read one.
    return failure.kind === 'unexpected' ? { kind: 'repository-broken' } : failure;
  };

  const headerOf = async (command: string, name: string): Answer<{ type: string; size: number } | null> => {
    running ??= launch();
    if (running === null) return fail({ kind: 'git-missing' });
    running.started.child.stdin?.write(`${command} ${name}\n`);
    const line = await readLine(running);
    if (line === null) return fail(await stop());
    const match = /^[0-9a-f]+ (\w+) (\d+)$/.exec(line);
    if (match !== null) return ok({ type: match[1] ?? '', size: Number(match[2]) });
    return line.endsWith(' missing') || line.endsWith(' ambiguous') ? ok(null) : fail(await stop());
  };

  const readNow = async (name: string, maxBytes: number): Answer<Result<Uint8Array, ObjectProblem>> => {
    const info = await headerOf('info', name);
    if (!info.ok) return info;
    if (info.value === null) return ok(fail({ kind: 'missing' }));
    const { type, size } = info.value;
    if (type !== 'blob') return ok(fail({ kind: 'not-a-blob' }));
    if (size > maxBytes) return ok(fail({ kind: 'too-large', size }));
    const head = await headerOf('contents', name);
    if (!head.ok) return head;
    const state = running;
    if (head.value?.size !== size || state === null) return fail(await stop());
    if (!(await waitFor(state, () => state.buffered > size))) return fail(await stop());
    return ok(ok(take(state, size + 1).subarray(0, size)));
  };

  return {
    readBlob: (name, maxBytes) =>
      inOrder(() =>
        /[\n\0]/.test(name) ? Promise.resolve(ok(fail({ kind: 'missing' as const }))) : readNow(name, maxBytes),
      ),
    typeOf: (name) =>
      inOrder(async () => {
        const info = await headerOf('info', name);
        return info.ok ? ok(info.value?.type ?? null) : info;
      }),
    close: () =>
      inOrder(async () => {
        if (running !== null) await stop();
      }),
  };
}
