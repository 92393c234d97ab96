import { temporaryFolder } from '../temporary-folder.ts';
import { createBareRepository } from './git-command.ts';
import { startGitDaemon } from './git-daemon.ts';
import { joinTeam, type Member } from './test-teams.ts';

/** A team of two with a repository on a server of this computer. `folder` holds everything, and is what is served. */
type TestTeam = {
  readonly folder: string;
  readonly repository: string;
  readonly address: { readonly text: string };
  readonly ann: Member;
  readonly ben: Member;
};

/** Starts a team of two that lasts until the test ends. Its library is empty. */
export async function startTeam(): Promise<TestTeam> {
  const folder = temporaryFolder();
  const repository = createBareRepository(folder);
  const address = (await startGitDaemon(folder)).addressOf('team.git');
  const [ann, ben] = [await joinTeam(folder, 'Ann', address), await joinTeam(folder, 'Ben', address)];
  return { folder, repository, address, ann, ben };
}
