import { rmSync } from 'node:fs';

import { expect, it } from 'vitest';

import { connectTeam } from '#main/team/connect-team.ts';
import { teamFoldersOf } from '#main/team/connection.ts';
import { openTeamLibrary } from '#main/team/team-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';
import { startServerTeam } from '#test/support/team/start-team.ts';
import type { Member } from '#test/support/team/test-teams.ts';

/** A member whose edit of a shared COE and whose new COE are committed here and not shared, and whose repository is gone. */
async function withoutRepository() {
  const { address, members } = await startServerTeam(['Ann']);
  const [ann] = members as [Member];
  const shared = someCoe();
  ann.put(shared);
  await ann.team().exchange();
  ann.put({ ...shared, title: 'With what I learned' });
  ann.put(someCoe({ id: testId(2), title: 'New here' }));
  expect(await ann.team().commit()).toMatchObject({ ok: true, value: 2 });
  const { gitDir } = await teamFoldersOf(ann.deps.teamFolder, ann.library);
  rmSync(gitDir, { recursive: true });
  const request = { library: ann.library, address: address.text, me: 'Ann', teamName: 'Ours' };
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
