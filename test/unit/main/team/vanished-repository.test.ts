import { rmSync } from 'node:fs';

import { expect, it } from 'vitest';

import { connectTeam } from '#main/team/connect-team.ts';
import { teamFoldersOf } from '#main/team/connection.ts';
import { openTeamLibrary } from '#main/team/team-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';
import { createBareRepository } from '#test/support/team/git-command.ts';
import { startGitDaemon } from '#test/support/team/git-daemon.ts';
import { joinTeam } from '#test/support/team/test-teams.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** A member whose edit of a shared COE and whose new COE are committed here and not shared, and whose repository is gone. */
async function withoutRepository() {
  const folder = temporaryFolder();
  createBareRepository(folder);
  const daemon = await startGitDaemon(folder);
  const ann = await joinTeam(folder, 'Ann', daemon.addressOf('team.git'));
  const shared = someCoe();
  ann.put(shared);
  await ann.team().exchange();
  ann.put({ ...shared, title: 'With what I learned' });
  ann.put(someCoe({ id: testId(2), title: 'New here' }));
  expect(await ann.team().commit()).toMatchObject({ ok: true, value: 2 });
  const { gitDir } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
  rmSync(gitDir, { recursive: true });
  const request = { library: ann.library, address: daemon.addressOf('team.git').text, me: 'Ann', teamName: 'Ours' };
  return { ann, before: ann.coes(), request };
}

it('a repository that goes away while the library is open takes no words along, and connecting again shares them', async () => {
  const { ann, before, request } = await withoutRepository();
  await ann.team().exchange();
  await ann.team().exchange();
  expect(ann.coes()).toEqual(before);
  expect(await ann.team().state()).toMatchObject({ problem: { kind: 'repository-broken' } });
  await ann.team().close();
  expect(await connectTeam(request, ann.deps)).toMatchObject({ ok: true });
  await ann.open();
  await ann.team().exchange();
  expect(await ann.team().state()).toMatchObject({ status: 'shared', unshared: 0, problem: null });
  const words = JSON.stringify([
    ann.coes(),
    await ann.team().questions(null),
    await ann.team().questions(someCoe().id),
  ]);
  expect(words).toContain('With what I learned');
  expect(words).toContain('New here');
});

it('a repository that is gone at the start is told, and nothing is written over', async () => {
  const { ann, before } = await withoutRepository();
  await ann.team().close();
  expect(await openTeamLibrary(ann.library, ann.deps)).toMatchObject({
    ok: false,
    error: { kind: 'repository-broken' },
  });
  expect(ann.coes()).toEqual(before);
});
