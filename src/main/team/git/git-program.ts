import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { GitFailure } from '#domain/team/git-failure.ts';
import { parseGitVersion, refuseGitVersion } from '#domain/team/git-version.ts';

import { passedOnEnvironment } from './git-environment.ts';
import { runProgram } from './run-program.ts';

/** The programs of the system that a team library needs, by their full paths. */
export type GitProgram = {
  readonly git: string;
  /** As git prints it, such as `2.39.5`. */
  readonly version: string;
  /** Null when it is not installed: https addresses still work. */
  readonly ssh: string | null;
  readonly sshKeyscan: string | null;
  readonly sshAdd: string | null;
};

const IDLE_MS = 15_000;

/**
 * Finds git and ssh on the search path and in the usual folders, and asks git for its version. Apps started from the
 * desktop of macOS have a short search path, hence the folders.
 */
export async function findGitProgram(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): Promise<Result<GitProgram, GitFailure>> {
  const folders = foldersToSearch(environment, platform);
  const git = await firstProgram('git', folders, platform);
  if (git === null) return fail({ kind: 'git-missing' });
  const run = await runProgram({
    program: git,
    args: ['version'],
    env: passedOnEnvironment(environment),
    cwd: path.parse(git).root,
    maxStdout: 10_000,
    idleMs: IDLE_MS,
  });
  // On macOS without the developer tools, /usr/bin/git only says how to install them.
  const version = run.how === 'exited' && run.code === 0 ? parseGitVersion(run.stdout.toString('utf8')) : null;
  if (version === null) return fail({ kind: 'git-missing' });
  const refused = refuseGitVersion(version);
  if (refused !== null) return fail(refused);
  const openSsh = platform === 'win32' ? [windowsOpenSsh(environment), ...folders] : folders;
  const [ssh, sshKeyscan, sshAdd] = await Promise.all(
    ['ssh', 'ssh-keyscan', 'ssh-add'].map((name) => firstProgram(name, openSsh, platform)),
  );
  return ok({
    git,
    version: version.join('.'),
    ssh: ssh ?? null,
    sshKeyscan: sshKeyscan ?? null,
    sshAdd: sshAdd ?? null,
  });
}

/** The system's OpenSSH comes first on Windows: it talks to the system's agent; the one that git brings does not. */
const windowsOpenSsh = (environment: Readonly<Record<string, string | undefined>>): string =>
  path.win32.join(environment['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'OpenSSH');

function foldersToSearch(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): readonly string[] {
  const isWindows = platform === 'win32';
  const searchPath = isWindows ? (environment['PATH'] ?? environment['Path'] ?? '') : (environment['PATH'] ?? '');
  const usual = isWindows
    ? [String.raw`C:\Program Files\Git\cmd`]
    : ['/usr/local/bin', '/opt/homebrew/bin', '/usr/bin', '/bin'];
  // A relative folder would find a program in whatever folder Once was started from.
  const isAbsolute = isWindows ? path.win32.isAbsolute : path.posix.isAbsolute;
  return [...searchPath.split(isWindows ? ';' : ':'), ...usual].filter((folder) => isAbsolute(folder));
}

async function firstProgram(
  name: string,
  folders: readonly string[],
  platform: NodeJS.Platform,
): Promise<string | null> {
  for (const folder of folders) {
    const file = path.join(folder, platform === 'win32' ? `${name}.exe` : name);
    if (await isProgram(file)) return file;
  }
  return null;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
