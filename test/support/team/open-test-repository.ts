import path from 'node:path';

import { onTestFinished } from 'vitest';

import type { Result } from '#domain/result.ts';
import type { Oid } from '#domain/team/oid.ts';
import { findGitProgram } from '#main/team/git/git-program.ts';
import { openTeamRepository, type RepositoryOptions } from '#main/team/git/open-repository.ts';
import type { TeamRepository, TreeChange } from '#main/team/git/team-repository.ts';

/** The value of a call that has to go well. */
export async function valueOf<Value>(answer: Promise<Result<Value, unknown>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Opens a team library's repository in a folder of the test, created and ready. */
export async function openTestRepository(
  folder: string,
  options: Partial<RepositoryOptions> = {},
): Promise<TeamRepository> {
  const repository = openTeamRepository({
    gitDir: path.join(folder, 'library.git'),
    stateDir: path.join(folder, 'state'),
    knownHostsFile: path.join(folder, 'known-hosts'),
    program: await valueOf(findGitProgram(process.env)),
    ...options,
  });
  onTestFinished(() => repository.close());
  await valueOf(repository.initRepository());
  return repository;
}

/** Adds a commit with these files to a branch; a null deletes the file. */
export async function commitFiles(
  repository: TeamRepository,
  files: Readonly<Record<string, string | null>>,
  { ref = 'refs/heads/main', parents, name = 'Ada' }: { ref?: string; parents?: readonly Oid[]; name?: string } = {},
): Promise<Oid> {
  const tip = await valueOf(repository.readRef(ref));
  return valueOf(
    repository.commit({
      ref,
      parents: parents ?? (tip === null ? [] : [tip]),
      author: { name, email: `${name.toLowerCase()}@example.org` },
      time: 1_790_000_000,
      message: `COE ${Object.keys(files).join(', ')}`,
      changes: Object.entries(files).map(([file, text]): TreeChange =>
        text === null ? { path: file, deleted: true } : { path: file, bytes: Buffer.from(text) },
      ),
    }),
  );
}
