import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { joinTeam } from '#test/support/team/test-teams.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const SCRIPT = fileURLToPath(new URL('../../../scripts/team/team.ts', import.meta.url));

test('a connected library that cannot be opened is shared later, and the reason does not say that nothing was changed', async () => {
  const home = temporaryFolder();
  const [shared, programs] = [path.join(home, 'shared'), path.join(home, 'programs')];
  for (const folder of [shared, programs]) mkdirSync(folder);
  const ann = await joinTeam(home, 'Ann', { sharedFolder: shared });
  await ann.team().close();
  writeFileSync(path.join(programs, 'git'), '#!/bin/sh\necho git version 2.30.2\n', { mode: 0o755 });
  const args = ['sync', '--library', ann.library, '--user-data', path.dirname(ann.deps.teamFolder)];
  const env = { ...process.env, PATH: `${programs}:${process.env['PATH'] ?? ''}` };
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8', env });
  expect(status).toBe(1);
  expect(stderr).toContain('Git 2.30.2 has known security holes. Your COEs are saved on this computer');
});
