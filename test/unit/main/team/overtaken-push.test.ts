import { expect, it } from 'vitest';

import { fail } from '#domain/result.ts';
import { parseRemoteAddress } from '#domain/team/remote-address.ts';
import { writeTeamFile } from '#domain/team/team-file.ts';
import { TEAM_FILE } from '#domain/team/tree-paths.ts';
import { openExchange } from '#main/team/exchange.ts';
import { openServerTransport } from '#main/team/server-transport.ts';
import { memoryFiles } from '#test/support/team/memory-files.ts';
import { memoryRepository, memoryServer } from '#test/support/team/memory-repository.ts';
import { valueOf } from '#test/support/team/open-test-repository.ts';

it('a push that is overtaken every time is tried five times, after longer and longer pauses, and then left to the next exchange', async () => {
  const address = await valueOf(
    Promise.resolve(parseRemoteAddress('git@example.org:team.git', { allowLoopback: false })),
  );
  const files = memoryFiles();
  files.contents.set(TEAM_FILE, writeTeamFile('01JZTEAM000000000000000000', 'Team'));
  let pushes = 0;
  const repository = {
    ...memoryRepository(memoryServer()),
    push: async () => {
      pushes += 1;
      return fail({ kind: 'push-race' } as const);
    },
  };
  const pauses: number[] = [];
  const exchange = await valueOf(
    openExchange({
      repository,
      transport: await valueOf(openServerTransport({ repository, address, writer: '00000000', teamId: () => null })),
      files,
      memory: { read: async () => ({ bases: new Map(), known: new Map() }), write: async () => undefined },
      author: { name: 'Ann', email: 'ann@invalid' },
      clock: () => 0,
      pause: async (milliseconds) => void pauses.push(milliseconds),
      random: () => 0,
    }),
  );
  expect((await exchange.exchange()).failure).toEqual({ kind: 'push-race' });
  expect(pushes).toBe(5);
  expect(pauses).toEqual([100, 200, 400, 800]);
});
