import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { expect, it, vi } from 'vitest';

import type { Library } from '#main/library/library-api.ts';
import { newConnection, readConnection, teamFoldersOf, writeConnection } from '#main/team/connection.ts';
import { startTeam } from '#main/team/start-team.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** The part of the app around a team library, with a library that was connected before. */
async function startWith(library: Pick<Library, 'cipher'>) {
  const home = temporaryFolder();
  const [team, folder] = [path.join(home, 'team'), path.join(home, 'library')];
  mkdirSync(folder);
  const { connection } = await teamFoldersOf(team, folder);
  await writeConnection(
    connection,
    newConnection({
      folder,
      remote: 'ssh://git@git.example.org/payments.git',
      sharedFolder: null,
      me: 'Ann',
      writer: '0123abcd',
      teamId: null,
      name: 'Payments',
    }),
  );
  let follow = (): void => undefined;
  const logEvent = vi.fn<(code: string, facts?: object) => void>();
  const handlers = startTeam({
    folders: { team },
    library: () => ({ ...library, folder, state: () => ({ isOpenElsewhere: false }) }) as Library,
    onLibraryChanged: (listener) => {
      follow = listener;
    },
    beforeClosing: () => undefined,
    openLibrary: async () => ({ ok: true, value: null }),
    askForTeamFolder: async () => null,
    askForSharedFolder: async () => null,
    announce: () => undefined,
    onAnnounced: () => undefined,
    onFocus: () => undefined,
    clock: Date.now,
    newId: () => '',
    log: {
      logEvent,
      logError: (_where, error) => {
        throw error;
      },
    },
  });
  follow();
  return { handlers, logEvent, isConnected: async () => (await readConnection(connection))?.connected };
}

it('a library that was encrypted is disconnected from its team, for good', async () => {
  const { handlers, isConnected } = await startWith({ cipher: { isEncrypted: true } as Library['cipher'] });
  expect(await handlers['team:state']({})).toEqual({ ok: true, value: { is: 'none' } });
  expect(await isConnected()).toBe(false);
});

it('what git said about a failure is among its details, and in the log under the same reference', async () => {
  vi.stubEnv('ONCE_TEAM_ALLOW_LOOPBACK', '1');
  const { handlers, logEvent } = await startWith({ cipher: { isEncrypted: true } as Library['cipher'] });
  const tryIt = () => handlers['team:try']({ address: 'git://127.0.0.1:1/payments.git' });
  const tried = await tryIt();
  const problem = tried.ok && tried.value.is === 'refused' ? tried.value.problem : null;
  expect(problem).toMatchObject({ kind: 'connection-refused', details: expect.stringContaining('Connection refused') });
  await tryIt();
  expect(logEvent.mock.calls).toEqual([
    ['team-failed', { reference: problem?.reference, kind: 'connection-refused', said: expect.any(String) }],
  ]);
  expect(JSON.stringify(logEvent.mock.calls)).not.toMatch(/payments|127\.0\.0\.1/);
});
