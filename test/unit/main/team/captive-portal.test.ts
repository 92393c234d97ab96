import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { connectTeam } from '#main/team/connect-team.ts';
import { createProblemExplainer } from '#main/team/explain-problem.ts';
import { trialFoldersOf } from '#main/team/trial-place.ts';
import { tryAddress } from '#main/team/try-place.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { createBareRepository, plainGit } from '#test/support/team/git-command.ts';
import { portOf, startHttps } from '#test/support/team/https-server.ts';
import { memberIn } from '#test/support/team/test-teams.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const PAGE = '<!doctype html>\n<html><body><form>Sign in to use this network.</form></body></html>\n';
const SIGN_IN = 'If this network has a sign-in page, open a website in your browser and sign in there.';

const WHAT = 'Something other than a git server answered. Nothing was sent.';

/** What a network that wants a sign-in answers in the place of every server: a page, or the way to one. */
describe.each([
  { portal: 'a sign-in page', status: 200 },
  { portal: 'the way to a sign-in page', status: 302 },
])('a network that answers with $portal', ({ status }) => {
  /** A server by https, with a network before it that can want a sign-in, and the app data of a member. */
  const startNetwork = async (...[context]: Parameters<typeof startHttps>) => {
    const folder = temporaryFolder();
    const bare = createBareRepository(folder);
    const host = await startHttps(context, folder);
    let asked = 0;
    const portal = createServer((_request, response) => {
      asked += 1;
      response.end(PAGE);
    });
    const Location = `http://127.0.0.1:${await portOf(portal)}/sign-in`;
    const environment = { PATH: process.env['PATH'], HOME: host.home, ONCE_TEAM_ALLOW_LOOPBACK: '1' };
    return {
      bare,
      address: `https://127.0.0.1:${host.port}/team.git`,
      member: memberIn(folder, 'Ann', { environment }),
      block: () => host.answer(status, { 'Content-Type': 'text/html', ...(status === 302 ? { Location } : {}) }, PAGE),
      signIn: host.serve,
      /** How often anything followed the way to the sign-in page. */
      asked: () => asked,
    };
  };

  it('is told of in a sentence before one connects, with what to do, and nothing of it stays', async (context) => {
    const { member, address, block, signIn, asked } = await startNetwork(context);
    const { explain } = createProblemExplainer(member.deps.teamFolder, () => undefined);
    block();
    const tried = await tryAddress(address, member.deps);
    if (tried.ok) throw new Error('a sign-in page was taken for a repository');
    const { what: sentence, todo } = explain(tried.error, 'try');
    expect(sentence).toBe(`${WHAT} Nothing on this computer was changed.`);
    expect(todo).toContain(SIGN_IN);
    expect(existsSync((await trialFoldersOf(member.deps.teamFolder)).gitDir)).toBe(false);
    const connecting = { library: member.library, address, me: 'Ann', teamName: 'Ours' };
    expect((await connectTeam(connecting, member.deps)).ok).toBe(false);
    expect(existsSync(path.join(member.library, 'once-team.json'))).toBe(false);
    signIn();
    expect(await tryAddress(address, member.deps)).toMatchObject({ ok: true, value: { team: null, canWrite: true } });
    expect(asked()).toBe(0);
  });

  it('makes a team library offline with the same sentence, and all is shared after the sign-in', async (context) => {
    const { member, bare, address, block, signIn, asked } = await startNetwork(context);
    const connected = await connectTeam({ library: member.library, address, me: 'Ann', teamName: 'Ours' }, member.deps);
    expect(connected.ok).toBe(true);
    await member.open();
    await member.team().exchange();
    const before = plainGit(bare, ['rev-parse', 'main']);
    block();
    const coe = someCoe({ title: 'Written on a train' });
    member.put(coe);
    expect(await member.team().exchange()).toMatchObject({ pushed: 0, fetched: 0 });
    const { status: is, problem, unshared, offlineSince } = await member.team().state();
    expect([is, unshared]).toEqual(['offline', 1]);
    expect(offlineSince).not.toBeNull();
    expect(problem?.what).toBe(`${WHAT} Your COEs are saved on this computer and will be shared later.`);
    expect(problem?.todo).toContain(SIGN_IN);
    expect(plainGit(bare, ['rev-parse', 'main'])).toBe(before);
    signIn();
    await member.team().exchange();
    expect(await member.team().state()).toMatchObject({ status: 'shared', unshared: 0, offlineSince: null });
    expect(plainGit(bare, ['ls-tree', '-r', '--name-only', 'main'])).toContain(`${coe.id}.json`);
    expect(asked()).toBe(0);
    await member.team().close();
  });
});
