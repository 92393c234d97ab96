import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ulid } from 'ulid';
import { expect, it } from 'vitest';

import { readCoe } from '#domain/file/read-coe.ts';
import { connectAndExchange } from '#main/team/connect-and-exchange.ts';
import { someCoe } from '#test/support/some-coe.ts';
import type { JoinOrders } from '#test/support/team/join-child.ts';
import { startTeam } from '#test/support/team/start-team.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const KILLS = Number(process.env['ONCE_TEAM_KILLS'] ?? '3');
/** More than are written at once. */
const COES = 40;

/** Joins in a process of its own. Returns how many calls on files of the library there were; null if it was killed. */
function join(orders: JoinOrders): number | null {
  const script = path.join(import.meta.dirname, '../../../support/team/join-child.ts');
  const child = spawnSync(process.execPath, [script, JSON.stringify(orders)], { encoding: 'utf8' });
  if (child.signal === 'SIGKILL') return null;
  expect([child.status, child.stderr]).toEqual([0, '']);
  return Number(child.stdout);
}

it('joining that is killed at any call leaves whole files, and goes on the next time', async () => {
  const { address, ann } = await startTeam();
  for (let number = 1; number <= COES; number += 1) ann.put(someCoe({}, number));
  await ann.team().exchange();
  const somewhere = () => {
    const home = temporaryFolder();
    return { library: path.join(home, 'library'), teamFolder: path.join(home, 'team'), address: address.text };
  };
  const calls = join({ ...somewhere(), killAt: 0 }) ?? 0;
  expect(calls).toBeGreaterThan(COES * 3);
  let unfinished = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const place = somewhere();
    const killAt = 1 + Math.floor((kill * calls) / KILLS);
    expect(join({ ...place, killAt }), `call ${killAt}`).toBeNull();
    const coes = path.join(place.library, 'coes');
    const names = existsSync(coes) ? readdirSync(coes).filter((name) => name.endsWith('.json')) : [];
    for (const name of names)
      expect(readCoe(readFileSync(path.join(coes, name), 'utf8')), `${name}, call ${killAt}`).toMatchObject({
        ok: true,
      });
    if (names.length < COES) unfinished += 1;
    const deps = { environment: { ...process.env, ONCE_TEAM_ALLOW_LOOPBACK: '1' }, clock: Date.now, newId: ulid };
    const request = { library: place.library, address: address.text, me: 'Cleo', teamName: '', copyOf: null };
    const again = await connectAndExchange(
      request,
      { ...deps, teamFolder: place.teamFolder },
      new AbortController().signal,
    );
    expect(again, `call ${killAt}`).toEqual({ ok: true, value: null });
    const after = Object.fromEntries(
      readdirSync(coes)
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name, readFileSync(path.join(coes, name), 'utf8')]),
    );
    expect(after, `call ${killAt}`).toEqual(ann.coes());
  }
  expect(unfinished).toBeGreaterThan(1);
});
