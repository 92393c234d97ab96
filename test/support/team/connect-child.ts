import { existsSync, promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

import { ulid } from 'ulid';

import { connectAndExchange, type FirstExchange } from '#main/team/connect-and-exchange.ts';
import { teamFoldersOf } from '#main/team/connection.ts';

/** What the process is told. */
export type ConnectOrders = {
  readonly request: FirstExchange;
  readonly teamFolder: string;
  /** Changes of the disk, one after the other, with the ending of their path: it is killed just before the last. */
  readonly until: readonly (readonly ['rename' | 'rm', string])[];
  /** Whether the person cancels once the library is connected. */
  readonly cancels: boolean;
};

// Connects a library, and is killed on the way.
const orders = JSON.parse(process.argv[2] ?? '') as ConnectOrders;
const ahead = [...orders.until];
for (const name of ['rename', 'rm'] as const) {
  const original = promises[name] as (...args: unknown[]) => Promise<void>;
  Object.assign(promises, {
    [name]: (...args: unknown[]) => {
      const [operation, ending = ''] = ahead[0] ?? [];
      const isNext = operation === name && args.some((arg) => typeof arg === 'string' && arg.endsWith(ending));
      if (isNext) ahead.shift();
      if (ahead.length === 0) process.kill(process.pid, 'SIGKILL');
      return original(...args);
    },
  });
}
syncBuiltinESMExports();
const { connection } = await teamFoldersOf(orders.teamFolder, orders.request.library);
const cancel = new AbortController();
const done = await connectAndExchange(
  orders.request,
  {
    teamFolder: orders.teamFolder,
    environment: { ...process.env, ONCE_TEAM_ALLOW_LOOPBACK: '1' },
    clock: Date.now,
    newId: ulid,
    onProgress: () => {
      if (orders.cancels && existsSync(connection)) cancel.abort();
    },
  },
  cancel.signal,
);
process.stdout.write(`not killed: ${JSON.stringify(done)}`);
