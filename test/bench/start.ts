import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import { connectToPage } from './devtools.ts';

/** How to start an app, whichever. */
export type Command = {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/** What the pages call the moment at which there is something to see. */
const MARK = 'first-rows';

const PATIENCE = 120_000;

/**
 * Milliseconds from just before the process is made until the first rows have been drawn; `rest` runs before it is
 * ended.
 */
export async function timeStart(
  command: Command,
  rest: (process: ChildProcess) => Promise<void> = noRest,
): Promise<number> {
  const begun = performance.timeOrigin + performance.now();
  const child = spawn(command.program, [...command.args, '--remote-debugging-port=0'], {
    env: command.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const line = await connectToPage(await devToolsPort(child));
    const drawn = await pollForMark(line.evaluate);
    line.close();
    await rest(child);
    return drawn - begun;
  } finally {
    await end(child);
  }
}

/** Starts an app, lets it be for a while, and hands it to `look`. No developer tools are in the way. */
export async function whileAtRest<Result>(
  command: Command,
  milliseconds: number,
  look: (pid: number) => Result,
): Promise<Result> {
  const child = spawn(command.program, command.args, { env: command.env, stdio: 'ignore' });
  try {
    await pause(milliseconds);
    return look(child.pid ?? 0);
  } finally {
    await end(child);
  }
}

const noRest = async (): Promise<void> => undefined;

async function pollForMark(evaluate: (expression: string) => Promise<unknown>): Promise<number> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const at = await evaluate(
      `(() => { const [mark] = performance.getEntriesByName('${MARK}'); return mark && performance.timeOrigin + mark.startTime })()`,
    );
    if (typeof at === 'number') return at;
    await pause(50);
  }
  throw new Error('The app did not get as far as its first rows');
}

async function devToolsPort(child: ChildProcess): Promise<number> {
  let said = '';
  for await (const chunk of child.stderr ?? []) {
    said += String(chunk);
    const port = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said)?.[1];
    if (port !== undefined) {
      child.stderr?.on('data', () => undefined);
      return Number(port);
    }
  }
  throw new Error(`The app ended too early: ${said.slice(-500)}`);
}

/** Asks it to quit, as a system that shuts down does, so that it keeps what it found out. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(tooLong);
}
