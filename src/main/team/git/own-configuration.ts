import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { GitFailure } from '#domain/team/git-failure.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { errnoOf } from '#main/disk/disk-error.ts';

import { passedOnEnvironment } from './git-environment.ts';
import { runProgram } from './run-program.ts';

/** A setting of git: its full key, such as `credential.https://example.org.helper`, and its value. */
export type GitSetting = { readonly key: string; readonly value: string };

/**
 * The person's own settings that a team library may use: how they sign in by https, and their company's proxy and
 * certificates, in general or for one address. Nothing that names a program except the credential helper.
 */
const ALLOWED = /^(?:credential\.(?:.*\.)?[a-z][a-z0-9]*|http\.(?:.*\.)?(?:proxy|sslcainfo|sslbackend))$/is;

/** The settings of the list that a team library may use, in their order: a later one wins, an empty one resets. */
export function allowedSettings(settings: readonly GitSetting[]): readonly GitSetting[] {
  return settings.filter(({ key, value }) => ALLOWED.test(key) && !/[\0\n\r]/.test(key + value));
}

/** Reads `git config --list -z --show-scope`. Only the settings of the computer and of the person are returned. */
export function parseConfigList(output: string): readonly GitSetting[] {
  const parts = output.split('\0');
  const settings: GitSetting[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [scope, entry = ''] = [parts[index], parts[index + 1]];
    const newline = entry.indexOf('\n');
    if (scope !== 'system' && scope !== 'global') continue;
    settings.push(
      newline === -1
        ? { key: entry, value: 'true' }
        : { key: entry.slice(0, newline), value: entry.slice(newline + 1) },
    );
  }
  return settings;
}

/** The text of a configuration file with these settings, quoted so that git reads back exactly them. */
export function configurationText(settings: readonly GitSetting[]): string {
  const quote = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`;
  return settings
    .map(({ key, value }) => {
      const [first, last] = [key.indexOf('.'), key.lastIndexOf('.')];
      const subsection = first === last ? '' : ` ${quote(key.slice(first + 1, last))}`;
      return `[${key.slice(0, first)}${subsection}]\n\t${key.slice(last + 1)} = ${quote(value)}\n`;
    })
    .join('');
}

/** Writes the configuration file that calls of git read, from the person's own settings at this moment. */
export async function writeOwnConfiguration(
  git: string,
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Result<null, GitFailure>> {
  const folder = path.dirname(file);
  const run = await runProgram({
    program: git,
    args: ['config', '--list', '-z', '--show-scope', '--includes'],
    // A folder that is no repository, so that no settings of one are read.
    env: { ...passedOnEnvironment(environment), GIT_DIR: path.join(folder, 'no-repository') },
    cwd: folder,
    maxStdout: 1_000_000,
    idleMs: 15_000,
  });
  // Without any configuration file git exits with 0 and prints nothing; a broken one is as good as none.
  const listed = run.how === 'exited' && run.code === 0 ? parseConfigList(run.stdout.toString('utf8')) : [];
  const text = configurationText(allowedSettings(listed));
  const written = await replaceFile(file, Buffer.from(text), () => Promise.resolve(ok(true)), 0o600);
  return written.ok
    ? ok(null)
    : fail(failureOfDisk(written.error as { readonly kind: string; readonly code?: string }));
}

/** An error of the disk as a failure of the team library. */
export const failureOfDisk = (error: { readonly kind: string; readonly code?: string }): GitFailure =>
  error.code === 'ECANCELED'
    ? { kind: 'cancelled' }
    : error.code === 'ENOSPC' || error.code === 'EDQUOT'
      ? { kind: 'disk-full' }
      : { kind: 'unexpected', code: null, detail: `disk: ${error.code ?? error.kind}` };

/** The same for an error that was thrown. Rethrows one without a code, which is a bug. */
export function failedOnDisk(error: unknown): { readonly ok: false; readonly error: GitFailure } {
  const code = errnoOf(error);
  if (code === null) throw error;
  return fail(failureOfDisk({ kind: 'disk', code }));
}
