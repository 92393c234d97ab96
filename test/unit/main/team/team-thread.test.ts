import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it, onTestFinished, vi } from 'vitest';

import type { Library } from '#main/library/library-api.ts';
import { handleOf } from '#main/library/library-handle.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { startTeam } from '#test/support/team/start-team.ts';
import { startTeamApp } from '#test/support/team/team-app.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const MORTAL = new URL('../../../support/mortal-team-worker.ts', import.meta.url);

/**
 * Ann, whose library is open in the app, and Ben, who has changed a COE since she saw it. `dies` names when the thread
 * dies until `heal`.
 */
async function startTwo({
  dies,
  ...app
}: {
  readonly dies?: 'die' | 'die-with-lock' | 'die-for-good';
  readonly runExclusive?: Library['runExclusive'];
}) {
  vi.stubEnv('ONCE_TEAM_ALLOW_LOOPBACK', '1');
  const { ann, ben } = await startTeam();
  const coe = someCoe({ title: 'Cards were refused' });
  ann.put(coe);
  await ann.team().exchange();
  await ann.team().close();
  await ben.team().exchange();
  ben.put({ ...coe, title: 'Cards were declined' });
  await ben.team().exchange();
  await ben.team().close();
  const team = ann.deps.teamFolder;
  const mark = path.join(team, dies ?? '');
  if (dies !== undefined) writeFileSync(mark, '');
  const started = startTeamApp({ folder: ann.library, team, worker: MORTAL, ...app });
  onTestFinished(started.close);
  const library = handleOf(ann.library);
  return {
    ...started,
    coe,
    title: () => ann.coe(coe.id).title,
    exchange: () => started.handlers['team:sync']({ library }),
    comments: () => started.handlers['team:comments']({ coeId: coe.id }),
    heal: () => rmSync(mark),
  };
}

it('writes a file of the open library only while nothing else changes that COE', async () => {
  const work = new Map<string, () => void>();
  const { coe, comments, exchange, title } = await startTwo({
    runExclusive: async (id, write) => {
      await new Promise<void>((resolve) => {
        work.set(id, resolve);
      });
      return write();
    },
  });
  const exchanged = exchange();
  await expect.poll(() => [...work.keys()]).toEqual([coe.id]);
  expect(await comments()).toEqual({ ok: true, value: [] });
  expect(title()).toBe('Cards were refused');
  work.get(coe.id)?.();
  expect(await exchanged).toMatchObject({ ok: true, value: { status: 'shared' } });
  expect(title()).toBe('Cards were declined');
});

it('that dies is started again by the next call, and nothing is lost', async () => {
  const { comments, errors, exchange, heal, title } = await startTwo({ dies: 'die' });
  await exchange();
  expect(errors).toContainEqual(expect.objectContaining({ message: 'The team worker has ended' }));
  expect(await comments()).toEqual({ ok: true, value: [] });
  heal();
  expect(await exchange()).toMatchObject({ ok: true, value: { status: 'shared' } });
  expect(title()).toBe('Cards were declined');
});

it('that dies leaves no screen saying that an exchange goes on', async () => {
  const { announced, exchange } = await startTwo({ dies: 'die-with-lock' });
  await exchange();
  const states = announced('team:changed');
  expect(states).toContainEqual(expect.objectContaining({ isSyncing: true }));
  expect(states.at(-1)).toMatchObject({ isSyncing: false });
});

it('that dies again and again leaves no such screen either, and the first failure in the log', async () => {
  const { announced, errors, exchange } = await startTwo({ dies: 'die-for-good' });
  const again = 'The team worker died (Error)';
  await expect(exchange()).rejects.toThrow(again);
  const states = announced('team:changed');
  expect(states).toContainEqual(expect.objectContaining({ isSyncing: true }));
  expect(states.at(-1)).toMatchObject({ isSyncing: false });
  expect(errors).toContainEqual(expect.objectContaining({ message: again }));
  expect(errors.at(-1)).toMatchObject({ message: 'The team worker has ended' });
});

it('that dies lets go of the COE that it was about to write', async () => {
  let held = 0;
  const { exchange, heal, title } = await startTwo({
    dies: 'die-with-lock',
    runExclusive: async (_id, write) => {
      held += 1;
      try {
        return await write();
      } finally {
        held -= 1;
      }
    },
  });
  await exchange();
  await expect.poll(() => held).toBe(0);
  heal();
  await exchange();
  expect(title()).toBe('Cards were declined');
  expect(held).toBe(0);
});

it('does not exist before there is a team library or a try', async () => {
  const folder = temporaryFolder();
  const nowhere = new URL('no-such-worker.ts', import.meta.url);
  const { errors, handlers } = startTeamApp({ folder, team: path.join(folder, 'team'), worker: nowhere });
  const library = handleOf(folder);
  expect(await handlers['team:state']({})).toEqual({ ok: true, value: { is: 'none' } });
  expect(await handlers['team:sync']({ library })).toEqual({ ok: false, error: { kind: 'not-found' } });
  expect(await handlers['team:comments']({ coeId: someCoe().id })).toEqual({ ok: false, error: { kind: 'not-found' } });
  expect(errors).toEqual([]);
  // With one, it would be missed.
  await expect(handlers['team:try']({ address: 'ssh://git@git.example.org/a.git' })).rejects.toThrow(/team worker/);
});
