import { rmSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { someCoe } from '#test/support/some-coe.ts';
import { startTeam } from '#test/support/team/start-team.ts';
import { joinTeam, type Member } from '#test/support/team/test-teams.ts';
import { testId } from '#test/support/test-ids.ts';

const COE = someCoe({ title: 'Before' }, 1);
const ann = (isYou: boolean) => ({ name: 'Ann', isYou });
const ben = (isYou: boolean) => ({ name: 'Ben', isYou });

/** Each wording that a member is asked about, and who it is from. */
async function asked(member: Member): Promise<Record<string, unknown>> {
  const questions = await member.team().questions(COE.id);
  return Object.fromEntries(
    questions.flatMap(({ shownFirst, shownSecond, firstBy, secondBy }) => [
      [shownFirst, firstBy],
      [shownSecond, secondBy],
    ]),
  );
}

it('a question says whose words they are, on every computer, also if somebody else changed the COE since', async () => {
  const { folder, address, ann: anns, ben: bens } = await startTeam();
  const cleo = await joinTeam(folder, 'Cleo', address);
  anns.put(COE);
  for (const member of [anns, bens, cleo]) await member.team().exchange();
  bens.put({ ...bens.coe(COE.id), title: 'As Ben says' });
  await bens.team().commit();
  anns.put({ ...anns.coe(COE.id), title: 'As Ann says' });
  await anns.team().exchange();
  await cleo.team().exchange();
  cleo.put({ ...cleo.coe(COE.id), summary: 'Said by Cleo' });
  await cleo.team().exchange();
  for (const member of [bens, anns, cleo]) await member.team().exchange();
  expect(await asked(anns)).toEqual({ 'As Ann says': ann(true), 'As Ben says': ben(false) });
  expect(await asked(bens)).toEqual({ 'As Ann says': ann(false), 'As Ben says': ben(true) });
  expect(await asked(cleo)).toEqual({ 'As Ann says': ann(false), 'As Ben says': ben(false) });
});

it('a question about a deleted COE says who deleted it and who changed it', async () => {
  const { ann: anns, ben: bens } = await startTeam();
  for (const coe of [COE, someCoe({}, 2)]) anns.put(coe);
  for (const member of [anns, bens]) await member.team().exchange();
  bens.put({ ...bens.coe(COE.id), title: 'As Ben says' });
  await bens.team().commit();
  rmSync(path.join(anns.library, 'coes', `${testId(1)}.json`));
  for (const member of [anns, bens, anns]) await member.team().exchange();
  expect(await asked(anns)).toEqual({ Deleted: ann(true), Changed: ben(false) });
  expect(await asked(bens)).toEqual({ Deleted: ann(false), Changed: ben(true) });
});

it('a question from connecting a changed library again names both, too', async () => {
  const { folder, address, ann: anns, ben: bens } = await startTeam();
  anns.put(COE);
  for (const member of [anns, bens]) await member.team().exchange();
  anns.put({ ...anns.coe(COE.id), title: 'As Ann says' });
  for (const member of [anns, bens]) await member.team().exchange();
  await bens.team().close();
  rmSync(bens.deps.teamFolder, { recursive: true });
  bens.put({ ...bens.coe(COE.id), title: 'As Ben says' });
  const again = await joinTeam(folder, 'Ben', address);
  await anns.team().exchange();
  expect(await asked(again)).toEqual({ 'As Ann says': ann(false), 'As Ben says': ben(true) });
  expect(await asked(anns)).toEqual({ 'As Ann says': ann(true), 'As Ben says': ben(false) });
});
