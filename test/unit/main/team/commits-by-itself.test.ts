import { afterEach, expect, it, vi } from 'vitest';

import { coePath } from '#domain/team/tree-paths.ts';
import { teamFoldersOf } from '#main/team/connection.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { plainGit } from '#test/support/team/git-command.ts';
import { startTeam } from '#test/support/team/start-team.ts';
import { startTeamApp } from '#test/support/team/team-app.ts';

afterEach(() => vi.useRealTimers());

/** The app with Ann's library, whose first exchange is over, and a clock that stands still. */
async function startApp() {
  vi.stubEnv('ONCE_TEAM_ALLOW_LOOPBACK', '1');
  const { repository, ann } = await startTeam();
  const coe = someCoe();
  ann.put(coe);
  await ann.team().exchange();
  await ann.team().close();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const app = startTeamApp({ folder: ann.library, team: ann.deps.teamFolder });
  await app.handlers['team:state']({});
  await vi.advanceTimersByTimeAsync(0);
  const endsOfExchanges = () =>
    app.announced('team:changed').filter((state) => (state as { isSyncing?: boolean }).isSyncing === false);
  await expect.poll(() => endsOfExchanges().length).toBeGreaterThan(1);
  const { gitDir } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
  const textIn = (place: string) => plainGit(place, ['show', `main:${coePath(coe.id)}`]);
  return {
    ...app,
    edit: (title: string) => {
      ann.put({ ...coe, title });
      app.announce('coes:changed', { ids: [coe.id] });
    },
    committed: () => textIn(gitDir),
    shared: () => textIn(repository),
  };
}

it('a change is committed after a minute without another one, and shared up to a minute later', async () => {
  const { edit, committed, shared, close } = await startApp();
  edit('Typed first');
  await vi.advanceTimersByTimeAsync(40_000);
  edit('Typed last');
  await vi.advanceTimersByTimeAsync(59_000);
  expect(committed()).not.toContain('Typed');
  await vi.advanceTimersByTimeAsync(1000);
  await expect.poll(committed).toContain('Typed last');
  expect(shared()).not.toContain('Typed');
  await expect
    .poll(async () => {
      await vi.advanceTimersByTimeAsync(60_000);
      return shared();
    })
    .toContain('Typed last');
  await close();
});

it('a change is committed when the library is closed, before the minute is over', async () => {
  const { edit, committed, shared, close } = await startApp();
  edit('Typed last');
  await close();
  expect(committed()).toContain('Typed last');
  expect(shared()).not.toContain('Typed last');
});

it('a change is committed when its COE is left, and shared up to a minute later', async () => {
  const { edit, committed, shared, handlers, close } = await startApp();
  edit('Typed last');
  await handlers['team:commit']({});
  expect(committed()).toContain('Typed last');
  expect(shared()).not.toContain('Typed last');
  await vi.advanceTimersByTimeAsync(60_000);
  await expect.poll(shared).toContain('Typed last');
  await close();
});
