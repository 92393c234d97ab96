import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { CHILDREN_FOLDER } from './bundle-children.ts';

/** A process of this harness: what it has told so far, and its end. */
export type Child = {
  readonly process: ChildProcess;
  /** Everything it told, in order; grows. */
  readonly told: readonly Record<string, unknown>[];
  /** Resolves when it has told something with this key, or has ended. */
  readonly has: (key: string) => Promise<void>;
  /** Resolves when it has ended and all it told was read. */
  readonly ended: Promise<void>;
  /** What it wrote to stderr. */
  readonly complaint: () => string;
};

/** Starts one of the scripts beside this file, bundled, under the Node that runs this. */
export function startChild(
  name: 'import-child' | 'marking-child' | 'matrix-child' | 'saving-child' | 'saving-once-child',
  args: readonly string[],
  { env = process.env, prefix = [] }: { env?: NodeJS.ProcessEnv; prefix?: readonly string[] } = {},
): Child {
  const [program = '', ...rest] = [...prefix, process.execPath, path.join(CHILDREN_FOLDER, `${name}.mjs`), ...args];
  const child = spawn(program, rest, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const told: Record<string, unknown>[] = [];
  const waiting = new Map<string, () => void>();
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const what = readLine(line);
    if (what === null) return;
    told.push(what);
    for (const key of Object.keys(what)) waiting.get(key)?.();
  });
  const ended = Promise.all([once(child, 'close'), once(lines, 'close')]).then(() => undefined);
  return {
    process: child,
    told,
    has: (key) => {
      const isTold = new Promise<void>((resolve) => waiting.set(key, resolve));
      return told.some((what) => key in what) ? Promise.resolve() : Promise.race([isTold, ended]);
    },
    ended,
    complaint: () => complaint,
  };
}

/** The last line of a process that was killed may be cut off; then it told nothing. */
function readLine(line: string): Record<string, unknown> | null {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return null;
  }
}
