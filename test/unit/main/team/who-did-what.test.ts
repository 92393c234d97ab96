import { rmSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { discussionOf } from '#domain/team/team-comment.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { valueOf } from '#test/support/team/open-test-repository.ts';
import { startServerTeam } from '#test/support/team/start-team.ts';
import type { Member } from '#test/support/team/test-teams.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

/** A team of two that meets on a server, and a clock that both have and the test moves. */
async function startTwo() {
  let now = Date.UTC(2026, 4, 14, 9);
  const { members } = await startServerTeam(['Ann', 'Ben'], { clock: () => now });
  const [ann, ben] = members as [Member, Member];
  const exchange = async (...some: readonly Member[]): Promise<void> => {
    for (const member of some) await member.team().exchange();
  };
  /** Saves a COE as a member does who leaves its editor an hour later. */
  const leave = async (member: Member, coe: Coe): Promise<void> => {
    now += 3_600_000;
    member.put(coe);
    await valueOf(member.team().commit());
  };
  return { ann, ben, exchange, leave };
}

it('the history of a COE says on each computer who a step is said to be from, when, and what changed', async () => {
  const { ann, ben, exchange, leave } = await startTwo();
  const coe = someCoe({ title: 'Cards were refused' });
  await leave(ann, coe);
  await exchange(ann, ben);
  const { timeline, cause } = coe.sections;
  const entries = [timelineEntry('The alarm was silent')];
  const told = {
    ...coe,
    title: 'All cards were refused',
    sections: { ...coe.sections, timeline: { ...timeline, entries } },
  };
  await leave(ben, told);
  // Both write at once: one more step combines them, which nobody wrote.
  const prose = 'A certificate had expired';
  await leave(ann, { ...coe, sections: { ...coe.sections, cause: { ...cause, prose } } });
  await exchange(ben, ann, ben);
  const steps = await valueOf(ann.team().history(coe.id));
  expect(
    steps.toSorted((one, other) => (one.at < other.at ? -1 : 1)).map(({ by, at, changes }) => [by, at, changes]),
  ).toEqual(
    expect.arrayContaining([
      ['Ann', '2026-05-14T10:00:00.000Z', ['created']],
      ['Ben', '2026-05-14T11:00:00.000Z', ['title', 'timeline']],
      ['Ann', '2026-05-14T12:00:00.000Z', ['root cause']],
    ]),
  );
  expect(steps.filter(({ by }) => by === '')).toHaveLength(steps.length - 3);
  expect(await valueOf(ben.team().history(coe.id))).toEqual(steps);
  // No text of the COE is in what a step says.
  expect(JSON.stringify(steps)).not.toMatch(/cards|alarm|certificate/i);
  const bens = steps.find(({ by }) => by === 'Ben');
  expect((await ann.team().readStep(coe.id, bens?.id ?? ''))?.title).toBe('All cards were refused');
});

it('a COE that somebody deleted has that as the last step of its history', async () => {
  const { ann, ben, exchange, leave } = await startTwo();
  const coe = someCoe();
  await leave(ann, coe);
  await exchange(ann, ben);
  rmSync(path.join(ben.library, 'coes', `${coe.id}.json`));
  await exchange(ben, ann);
  const [last] = await valueOf(ann.team().history(coe.id));
  expect(last).toMatchObject({ by: 'Ben', changes: ['deleted'] });
});

it('a review has two names: the author in the COE, and who reviewed it, until they withdraw it', async () => {
  const { ann, ben, exchange, leave } = await startTwo();
  const coe = someCoe({ author: 'Ann' });
  await leave(ann, coe);
  await exchange(ann, ben);
  const place = { section: 'header', row: null } as const;
  const reviewed = await valueOf(
    ben.team().addComment({ coeId: coe.id, kind: 'reviewed', place, replyTo: null, text: '' }),
  );
  await exchange(ben, ann);
  const reviews = async ({ team }: Member) =>
    discussionOf(await team().comments(coe.id)).reviews.map(({ by, at }) => [by, at]);
  expect(ann.coe(coe.id).author).toBe('Ann');
  expect(await reviews(ann)).toEqual([['Ben', '2026-05-14T10:00:00.000Z']]);
  // Ann cannot withdraw what Ben said.
  for (const member of [ann, ben]) {
    await member.team().addComment({ coeId: coe.id, kind: 'withdraw', place, replyTo: reviewed.id, text: '' });
    await exchange(member, ann, ben);
    expect(await reviews(ann)).toHaveLength(member === ann ? 1 : 0);
  }
  expect(await reviews(ben)).toEqual([]);
});

it('a thread that somebody reopens is open, although the clock of whoever resolved it is an hour fast', async () => {
  let now = Date.UTC(2026, 4, 14, 9);
  const { members } = await startServerTeam(['Ann', 'Ben'], { clock: () => now });
  const [ann, ben] = members as [Member, Member];
  const coe = someCoe();
  ann.put(coe);
  await ann.team().exchange();
  await ben.team().exchange();
  const place = { section: 'cause', row: null } as const;
  const said = { coeId: coe.id, place, text: '' };
  const asked = await valueOf(ann.team().addComment({ ...said, kind: 'comment', replyTo: null, text: 'Why?' }));
  now += 3_600_000;
  await valueOf(ann.team().addComment({ ...said, kind: 'resolve', replyTo: asked.id }));
  await ann.team().exchange();
  now -= 3_500_000;
  await ben.team().exchange();
  expect(discussionOf(await ben.team().comments(coe.id)).threads[0]?.isResolved).toBe(true);
  await valueOf(ben.team().addComment({ ...said, kind: 'reopen', replyTo: asked.id }));
  await ben.team().exchange();
  await ann.team().exchange();
  for (const member of members)
    expect(discussionOf(await member.team().comments(coe.id)).threads[0]?.isResolved).toBe(false);
});
