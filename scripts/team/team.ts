import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { ulid } from 'ulid';

import type { During } from '../../src/domain/team/git-failure.ts';
import { explainAddressProblem } from '../../src/domain/team/remote-address.ts';
import type { TeamState } from '../../src/ipc/team.ts';
import { connectTeam } from '../../src/main/team/connect-team.ts';
import type { ConnectFailure, MeetingPlace } from '../../src/main/team/meeting-place.ts';
import { explainSharedFolderProblem } from '../../src/main/team/shared-folder.ts';
import { problemOf, systemOf } from '../../src/main/team/team-failure.ts';
import type { TeamDeps } from '../../src/main/team/team-deps.ts';
import { type OpenFailure, openTeamLibrary } from '../../src/main/team/team-library.ts';
import { readDescription } from '../../src/main/vault/vault-description.ts';

const USAGE = `Usage: npm run --silent team -- connect --library FOLDER --remote ADDRESS --name WHO [--team NAME]
       npm run --silent team -- connect --library FOLDER --folder SHARED --name WHO [--team NAME]
       npm run --silent team -- sync --library FOLDER
       npm run --silent team -- status --library FOLDER

Connects a library with a team through git, exchanges it once, or says how it stands. Uses the system's git and ssh, and
talks to the server of ADDRESS alone; with a shared folder, to no server. Prints JSON: what was pushed, fetched and merged, how many questions are open, and
the state.

  --remote ADDRESS    ssh://, user@host:path or https://
  --folder SHARED     the full path of a folder that the team shares: a file share, or one that a program syncs
  --name WHO          the name that others see
  --team NAME         the name of a new team library, if the repository or folder is empty; the folder's name without it
  --user-data FOLDER  the app's data; the same folder that the app uses without it

The exit code is 0 on success, 1 when something went wrong, and 2 when the arguments are wrong. An exchange that has to
wait, for example for a network, is a success: the state says so.`;

type Command = 'connect' | 'sync' | 'status';
type Options = {
  readonly command: Command;
  readonly library: string;
  readonly address: MeetingPlace;
  readonly name: string;
  readonly team: string;
  readonly userData: string;
};

/** What is printed. `problem` has sentences for a person; null when all is well. */
type Printed = {
  readonly pushed: number;
  readonly fetched: number;
  readonly merged: number;
  readonly questions: number;
  readonly state: string;
  readonly unshared: number;
  readonly problem: Extract<TeamState, { is: 'team' }>['problem'];
};

const NOTHING = { pushed: 0, fetched: 0, merged: 0 };

async function run(options: Options): Promise<Printed | string> {
  const { command, library, address, name, team } = options;
  const deps: TeamDeps = {
    teamFolder: path.join(options.userData, 'team'),
    environment: process.env,
    clock: Date.now,
    newId: ulid,
  };
  if ((await readDescription(library))?.state === 'encrypted') {
    return 'This library is encrypted, so it is not connected: the repository would hold its text unencrypted.';
  }
  if (command === 'connect') {
    const connected = await connectTeam({ library, address, me: name, teamName: team }, deps);
    if (!connected.ok) return sentenceOf(connected.error, options.userData, 'try');
  }
  const opened = await openTeamLibrary(library, deps);
  if (!opened.ok) return sentenceOf(opened.error, options.userData, 'exchange');
  const report = command === 'status' ? NOTHING : await opened.value.exchange();
  const state = await opened.value.state();
  await opened.value.close();
  return {
    pushed: report.pushed,
    fetched: report.fetched,
    merged: report.merged,
    questions: state.questions,
    state: state.status,
    unshared: state.unshared,
    problem: state.problem,
  };
}

function sentenceOf(failure: ConnectFailure | OpenFailure, userData: string, during: During): string {
  if (failure.kind === 'address') return explainAddressProblem(failure.problem);
  if (failure.kind === 'shared-folder') {
    const { what, todo } = explainSharedFolderProblem(failure.problem);
    return `${what}\n${todo}`;
  }
  if (failure.kind === 'busy') return 'Once is exchanging this library at the moment. Try again later.';
  if (failure.kind === 'not-connected') return 'This library is not connected to a team.';
  if (failure.kind === 'connected-already') return 'This library is connected to another repository.';
  const { what, todo, command } = problemOf(failure, systemOf(process.platform), path.join(userData, 'team'), during);
  return [what, todo, ...(command === null ? [] : [command])].join('\n');
}

/** The folder of the app's data, where Electron puts it. */
function defaultUserData(): string {
  const home = os.homedir();
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Once');
  if (process.platform === 'win32')
    return path.join(process.env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Once');
  return path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config'), 'Once');
}

/** The arguments of the command line; null when they are wrong. */
function parseOptions(): Options | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        library: { type: 'string' },
        remote: { type: 'string', default: '' },
        folder: { type: 'string', default: '' },
        name: { type: 'string', default: '' },
        team: { type: 'string', default: '' },
        'user-data': { type: 'string' },
      },
    });
    const command = (['connect', 'sync', 'status'] as const).find((word) => word === positionals[0]);
    const { library = '', remote, folder, name, team } = values;
    if (command === undefined || positionals.length > 1 || library === '') return null;
    if (command === 'connect' && ((remote === '') === (folder === '') || name.trim() === '')) return null;
    return {
      command,
      library: path.resolve(library),
      address: folder === '' ? remote : { sharedFolder: folder },
      name: name.trim().slice(0, 100),
      team,
      userData: path.resolve(values['user-data'] ?? defaultUserData()),
    };
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = parseOptions();
  if (options === null) {
    console.error(USAGE);
    process.exitCode = 2;
  } else {
    const printed = await run(options);
    if (typeof printed === 'string') {
      console.error(printed);
      process.exitCode = 1;
    } else console.log(JSON.stringify(printed, null, 2));
  }
}
