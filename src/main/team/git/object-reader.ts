import { fail, ok, type Result } from '#domain/result.ts';
import type { GitFailure } from '#domain/team/git-failure.ts';

import { classifyFailure } from './classify-failure.ts';
import { startProgram, type StartedProgram } from './run-program.ts';
import type { Answer, ObjectProblem } from './team-repository.ts';

/** Reads objects by a long-lived `git cat-file`, which answers what it is asked in that order. */
export type ObjectReader = {
  /**
   * `name` is an id, or `commit:path` without line breaks. Larger objects than `maxBytes` are not read. Several may be
   * asked for at once: git reads the next while this process takes the last.
   */
  readonly readBlob: (name: string, maxBytes: number) => Answer<Result<Uint8Array, ObjectProblem>>;
  /** The type of an object, such as `commit`; null when it is missing. */
  readonly typeOf: (name: string) => Answer<string | null>;
  /** Ends the process once it has answered; the next read starts another. */
  readonly close: () => Promise<void>;
};

/** What git is started with to be asked for objects: it answers when it is told to, and then all that it was asked. */
export const READ_OBJECTS = ['cat-file', '--batch-command', '--buffer'] as const;

/** How to start it, with `READ_OBJECTS`: its program, arguments, environment and folder. */
export type ReaderStart = Parameters<typeof startProgram>[0];

/** What git says of an object, with its bytes if they were asked for; null if it is missing. */
type ObjectReply = { readonly type: string; readonly size: number; readonly bytes: Buffer } | null;

/** Something that git was asked and has not answered. */
type Question = {
  readonly line: string;
  readonly asksForBytes: boolean;
  readonly answer: (reply: Result<ObjectReply, GitFailure>) => void;
};

/** A running process, what it was asked, and the bytes it wrote that were not yet taken. */
type Running = {
  readonly started: StartedProgram;
  readonly questions: Question[];
  /** The lines of those that were not written yet. */
  unwritten: string;
  chunks: Buffer[];
  buffered: number;
  /** With fewer bytes than this, the next answer is not whole. */
  needed: number;
  stderr: string;
  idle: NodeJS.Timeout | undefined;
  /** Whether it had to be ended, because it was silent or said something else. */
  isKilled: boolean;
};

/** Creates a reader; the process starts with the first read and ends after `idleMs` without an answer to a read. */
export function createObjectReader(start: ReaderStart, idleMs: number): ObjectReader {
  let running: Running | null = null;
  /** Whether git is told after each question to pass on its answer, and not only after all that are asked at once. */
  let isFlushedEach = false;
  const reads = new Set<Promise<unknown>>();

  const launch = (): Running | null => {
    const started = startProgram(start);
    if (started === null) return null;
    const state: Running = {
      started,
      questions: [],
      unwritten: '',
      chunks: [],
      buffered: 0,
      needed: 1,
      stderr: '',
      idle: undefined,
      isKilled: false,
    };
    started.child.stdout?.on('data', (chunk: Buffer) => {
      state.chunks.push(chunk);
      state.buffered += chunk.length;
      if (state.buffered >= state.needed) takeAnswers(state);
      watch(state);
    });
    started.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      state.stderr = (state.stderr + text).slice(-10_000);
    });
    void started.ended.then((code) => {
      clearTimeout(state.idle);
      if (running === state) running = null;
      const asked = state.questions.splice(0);
      // A signal, such as for a disk that cannot be read, takes answers with it that git had not passed on yet.
      if (code === null && !state.isKilled && !isFlushedEach && asked.length > 1) {
        isFlushedEach = true;
        asked.forEach(put);
        return;
      }
      // When git gives up by itself, it could not read the first, and another process can answer the others. When it was
      // killed, another one would have to be killed too, after as long a wait.
      const failed = state.isKilled ? asked : asked.splice(0, 1);
      for (const question of failed) question.answer(fail(failureOf(state)));
      if (!state.isKilled) asked.forEach(put);
    });
    return state;
  };

  /** Ends the process when it owes an answer and writes nothing for too long. */
  const watch = (state: Running): void => {
    clearTimeout(state.idle);
    if (state.questions.length > 0) state.idle = setTimeout(() => kill(state), idleMs);
  };

  const put = (question: Question): void => {
    running ??= launch();
    if (running === null) return question.answer(fail({ kind: 'git-missing' }));
    running.questions.push(question);
    if (running.unwritten === '') process.nextTick(write, running);
    running.unwritten += isFlushedEach ? `${question.line}flush\n` : question.line;
    if (running.questions.length === 1) watch(running);
  };

  const ask = (command: 'info' | 'contents', name: string): Promise<Result<ObjectReply, GitFailure>> =>
    new Promise((answer) => put({ line: `${command} ${name}\n`, asksForBytes: command === 'contents', answer }));

  const readNow = async (name: string, maxBytes: number): Answer<Result<Uint8Array, ObjectProblem>> => {
    const info = await ask('info', name);
    if (!info.ok) return info;
    if (info.value === null) return ok(fail({ kind: 'missing' }));
    const { type, size } = info.value;
    if (type !== 'blob') return ok(fail({ kind: 'not-a-blob' }));
    if (size > maxBytes) return ok(fail({ kind: 'too-large', size }));
    const contents = await ask('contents', name);
    if (!contents.ok) return contents;
    return contents.value?.size === size ? ok(ok(contents.value.bytes)) : fail({ kind: 'repository-broken' });
  };

  const noted = <Value>(read: Promise<Value>): Promise<Value> => {
    const ended = read.finally(() => reads.delete(ended));
    reads.add(ended);
    return ended;
  };

  return {
    readBlob: (name, maxBytes) =>
      /[\n\0]/.test(name) ? Promise.resolve(ok(fail({ kind: 'missing' as const }))) : noted(readNow(name, maxBytes)),
    typeOf: (name) => noted(ask('info', name).then((info) => (info.ok ? ok(info.value?.type ?? null) : info))),
    close: async () => {
      // oxlint-disable-next-line no-await-in-loop -- until nothing is asked any more
      while (reads.size > 0) await Promise.allSettled(reads);
      const state = running;
      running = null;
      state?.started.kill();
      await state?.started.ended;
    },
  };
}

function kill(state: Running): void {
  state.isKilled = true;
  state.started.kill();
}

/** Writes what is asked at once in one piece: many small files are read with far less work on both sides. */
function write(state: Running): void {
  state.started.child.stdin?.write(`${state.unwritten}flush\n`);
  state.unwritten = '';
}

/** Answers the questions whose answers are whole. Ends a process that says something else. */
function takeAnswers(state: Running): void {
  const bytes = Buffer.concat(state.chunks);
  let at = 0;
  state.needed = 1;
  for (let question = state.questions[0]; question !== undefined; question = state.questions[0]) {
    const endOfLine = bytes.indexOf(10, at);
    if (endOfLine === -1) {
      state.needed = bytes.length - at + 1;
      break;
    }
    const line = bytes.toString('utf8', at, endOfLine);
    const [, type = '', digits = ''] = /^[0-9a-f]+ (\w+) (\d+)$/.exec(line) ?? [];
    const isMissing = line.endsWith(' missing') || line.endsWith(' ambiguous');
    if (type === '' && !isMissing) {
      kill(state);
      break;
    }
    const size = Number(digits);
    const begin = endOfLine + 1;
    const end = question.asksForBytes && !isMissing ? begin + size + 1 : begin;
    if (end > bytes.length) {
      state.needed = end - at;
      break;
    }
    state.questions.shift();
    at = end;
    // A copy, so that a small object does not keep a large buffer in memory.
    const contents = question.asksForBytes ? Buffer.from(bytes.subarray(begin, begin + size)) : NOTHING;
    question.answer(ok(isMissing ? null : { type, size, bytes: contents }));
  }
  state.chunks = at === bytes.length ? [] : [bytes.subarray(at)];
  state.buffered = bytes.length - at;
}

const NOTHING = Buffer.alloc(0);

/** Why a process ended. It is asked for nothing but objects: when it gives up, it could not read one. */
function failureOf({ stderr }: Running): GitFailure {
  const failure = classifyFailure({ what: 'local' }, null, stderr);
  return failure.kind === 'unexpected' ? { kind: 'repository-broken' } : failure;
}
