import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

import { ulid } from 'ulid';

/** What the process is told. It is killed just before that call on a file of the library; never if it is 0. */
export type JoinOrders = {
  readonly library: string;
  readonly address: string;
  readonly teamFolder: string;
  readonly killAt: number;
};

// Joins a team library, and is killed on the way. Otherwise prints how many calls there were.
const orders = JSON.parse(process.argv[2] ?? '') as JoinOrders;
let calls = 0;
for (const name of ['open', 'rename', 'unlink'] as const) {
  const original = promises[name] as (...args: unknown[]) => Promise<unknown>;
  Object.assign(promises, {
    [name]: (...args: unknown[]) => {
      if (typeof args[0] === 'string' && args[0].startsWith(orders.library)) calls += 1;
      if (calls === orders.killAt && calls > 0) process.kill(process.pid, 'SIGKILL');
      return original(...args);
    },
  });
}
syncBuiltinESMExports();
const { connectAndExchange } = await import('#main/team/connect-and-exchange.ts');
const done = await connectAndExchange(
  { library: orders.library, address: orders.address, me: 'Cleo', teamName: '', copyOf: null },
  {
    teamFolder: orders.teamFolder,
    environment: { ...process.env, ONCE_TEAM_ALLOW_LOOPBACK: '1' },
    clock: Date.now,
    newId: ulid,
  },
  new AbortController().signal,
);
if (!done.ok) throw new Error(JSON.stringify(done.error));
process.stdout.write(String(calls));
