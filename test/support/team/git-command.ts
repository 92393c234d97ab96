import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Nothing of the person who runs the tests: no configuration, and a name for commits. */
export const PLAIN_GIT_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
};

/** Runs git as a person would, outside the code that is tested; throws when it fails. */
export const plainGit = (folder: string, args: readonly string[], input: string | Buffer = ''): string =>
  execFileSync('git', args, {
    cwd: folder,
    env: { ...PLAIN_GIT_ENVIRONMENT },
    input,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();

/** Creates a bare repository and returns its folder. */
export function createBareRepository(folder: string, name = 'team.git'): string {
  const repository = path.join(folder, name);
  plainGit(folder, ['init', '--quiet', '--bare', '--initial-branch=main', repository]);
  return repository;
}

/** Every object of a repository, those that no branch reaches too: files, trees, and commits with their messages. */
export const everyObject = (repository: string): Buffer =>
  execFileSync('git', ['cat-file', '--batch-all-objects', '--batch', '--buffer'], {
    cwd: repository,
    env: { ...PLAIN_GIT_ENVIRONMENT },
    maxBuffer: 4_000_000_000,
    stdio: 'pipe',
  });
