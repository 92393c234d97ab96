import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { expect, it } from 'vitest';

import { someCoe } from '#test/support/some-coe.ts';
import { plainGit } from '#test/support/team/git-command.ts';
import { startTeam } from '#test/support/team/start-team.ts';

const KILLS = Number(process.env['ONCE_TEAM_KILLS'] ?? '6');

/** Runs the exchanging process until some lines were printed and a little longer, then kills it and its children. */
async function runAndKill(library: string, teamFolder: string, lines: number): Promise<string[]> {
  const script = path.join(import.meta.dirname, '../../../support/team/exchange-child.ts');
  const child = spawn(process.execPath, [script, library, teamFolder], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const words: string[] = [];
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('k')) words.push(line);
    seen += 1;
    if (seen < lines || child.killed) continue;
    const ended = once(child, 'exit');
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await ended;
    break;
  }
  return words;
}

it('an exchange that is killed at any moment leaves whole files, a whole repository, and loses no word', async () => {
  const { repository, ann, ben } = await startTeam();
  const coe = someCoe();
  ann.put(coe);
  await ann.team().exchange();
  await ben.team().exchange();
  await ann.team().close();
  const words: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    // By turns right after an exchange and right after a word was written.
    words.push(...(await runAndKill(ann.library, ann.deps.teamFolder, 2 + (kill % 2))));
    const other = ben.coe(coe.id);
    ben.put({ ...other, title: `Title ${kill}` });
    await ben.team().exchange();
  }
  await ann.open();
  await ann.team().exchange();
  await ben.team().exchange();
  expect(ann.coes()).toEqual(ben.coes());
  const { prose } = ben.coe(coe.id).sections.context;
  expect(words.length).toBeGreaterThanOrEqual(KILLS);
  expect(words.filter((word) => !prose.includes(word))).toEqual([]);
  plainGit(repository, ['fsck', '--full', '--strict']);
  expect((await ann.team().state()).status).toBe('shared');
});
