import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ulid } from 'ulid';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { connectTeam } from '#main/team/connect-team.ts';
import type { MeetingPlace } from '#main/team/meeting-place.ts';
import type { TeamDeps } from '#main/team/team-deps.ts';
import { openTeamLibrary, type TeamLibrary } from '#main/team/team-library.ts';
import { filesUnder } from '#test/support/files-under.ts';

/** A member of a team with a library and app data of their own. */
export type Member = {
  readonly name: string;
  readonly library: string;
  readonly deps: TeamDeps;
  readonly team: () => TeamLibrary;
  readonly open: () => Promise<void>;
  readonly put: (coe: Coe) => void;
  readonly coe: (id: string) => Coe;
  /** The COEs of the library by the name of their file. */
  readonly coes: () => Record<string, string>;
};

/** Where a team meets: the address of its repository, or a shared folder. */
export type TeamPlace = { readonly text: string } | Exclude<MeetingPlace, string>;

/** Connects a member: joins the team library at the address or in the shared folder, or begins it. */
export async function joinTeam(folder: string, name: string, place: TeamPlace): Promise<Member> {
  const member = memberIn(folder, name);
  const connected = await connectTeam(
    { library: member.library, address: 'text' in place ? place.text : place, me: name, teamName: 'Ours' },
    member.deps,
  );
  if (!connected.ok) throw new Error(JSON.stringify(connected.error));
  await member.open();
  await member.team().exchange();
  return member;
}

/** A member whose library and app data are in a folder. They have to be connected before the library can be opened. */
export function memberIn(folder: string, name: string, others: Partial<TeamDeps> = {}): Member {
  const library = path.join(folder, name, 'library');
  const deps: TeamDeps = {
    teamFolder: path.join(folder, name, 'team'),
    environment: { ...process.env, ONCE_TEAM_ALLOW_LOOPBACK: '1' },
    clock: Date.now,
    newId: ulid,
    ...others,
  };
  let team: TeamLibrary | null = null;
  const fileOf = (id: string): string => path.join(library, 'coes', `${id}.json`);
  return {
    name,
    library,
    deps,
    team: () => {
      if (team === null) throw new Error('not open');
      return team;
    },
    open: async () => {
      const opened = await openTeamLibrary(library, deps);
      if (!opened.ok) throw new Error(JSON.stringify(opened.error));
      team = opened.value;
    },
    put: (coe) => writeFileSync(fileOf(coe.id), writeCoe(coeSchema.parse(coe))),
    coe: (id) => {
      const read = readCoe(readFileSync(fileOf(id), 'utf8'));
      if (!read.ok) throw new Error(read.error.reason);
      return read.value;
    },
    coes: () =>
      Object.fromEntries(
        [...filesUnder(path.join(library, 'coes'))]
          .map(([name, bytes]): [string, string] => [name, bytes.toString('utf8')])
          .toSorted(([one], [other]) => (one < other ? -1 : 1)),
      ),
  };
}
