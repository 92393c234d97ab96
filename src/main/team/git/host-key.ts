import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { fail, ok, type Result } from '#domain/result.ts';
import type { GitFailure } from '#domain/team/git-failure.ts';
import type { RemoteAddress } from '#domain/team/remote-address.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { errnoOf } from '#main/disk/disk-error.ts';

import { classifyFailure, knownHostName } from './classify-failure.ts';
import { passedOnEnvironment } from './git-environment.ts';
import type { GitProgram } from './git-program.ts';
import { failureOfDisk } from './own-configuration.ts';
import { runProgram } from './run-program.ts';

/** The key that an ssh server shows. */
export type HostKey = {
  /** As in known-hosts files: `name` or `[name]:port`. */
  readonly host: string;
  /** For people, such as `ED25519`. */
  readonly type: string;
  /** As `ssh-keygen -l` prints it: `SHA256:` and 43 characters. */
  readonly fingerprint: string;
  /** The line of a known-hosts file, without its end. */
  readonly line: string;
};

/** What a look-up of a host key needs to run. */
export type HostKeyContext = {
  readonly program: GitProgram;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder in which programs run; empty. */
  readonly emptyFolder: string;
  /** Read instead of the person's ssh configuration; null outside tests. */
  readonly sshConfigFile: string | null;
  readonly signal?: AbortSignal;
};

/** The best first: what ssh itself prefers. */
const TYPES: readonly (readonly [type: string, name: string])[] = [
  ['ssh-ed25519', 'ED25519'],
  ['ecdsa-sha2-nistp256', 'ECDSA'],
  ['ecdsa-sha2-nistp384', 'ECDSA'],
  ['ecdsa-sha2-nistp521', 'ECDSA'],
  ['ssh-rsa', 'RSA'],
];

/**
 * Asks a server for its key, so that the person can compare the fingerprint. The person's ssh configuration may name
 * another host or port for the address, and that one is asked. A server behind a jump host cannot be asked so.
 */
export async function readHostKey(
  address: RemoteAddress,
  context: HostKeyContext,
): Promise<Result<HostKey, GitFailure>> {
  const { program, environment, emptyFolder, signal } = context;
  if (program.ssh === null || program.sshKeyscan === null) return fail({ kind: 'ssh-missing' });
  const target = await sshTarget(address, context);
  const run = await runProgram({
    program: program.sshKeyscan,
    args: ['-T', '10', '-p', String(target.port), '-t', 'ed25519,ecdsa,rsa', '--', target.host],
    env: passedOnEnvironment(environment),
    cwd: emptyFolder,
    maxStdout: 100_000,
    idleMs: 30_000,
    signal,
  });
  if (run.how === 'not-found') return fail({ kind: 'ssh-missing' });
  if (run.how === 'cancelled') return fail({ kind: 'cancelled' });
  if (run.how !== 'exited') return fail({ kind: 'timeout' });
  const keys = parseHostKeys(run.stdout.toString('utf8'), knownHostName(target.host, target.port));
  const [best] = keys;
  if (best !== undefined) return ok(best);
  const failure = classifyFailure({ what: 'read', address }, run.code, run.stderr);
  return fail(failure.kind === 'unexpected' ? { kind: 'timeout' } : failure);
}

/** The host and port that ssh would connect to, after its configuration. */
async function sshTarget(
  address: RemoteAddress,
  { program, environment, emptyFolder, sshConfigFile }: HostKeyContext,
): Promise<{ readonly host: string; readonly port: number }> {
  const fallback = { host: address.host, port: address.port ?? 22 };
  const run = await runProgram({
    program: program.ssh ?? '',
    args: [
      ...(sshConfigFile === null ? [] : ['-F', sshConfigFile]),
      '-G',
      ...(address.port === null ? [] : ['-p', String(address.port)]),
      ...(address.user === null ? [] : ['-l', address.user]),
      '--',
      address.host,
    ],
    env: passedOnEnvironment(environment),
    cwd: emptyFolder,
    maxStdout: 100_000,
    idleMs: 10_000,
  });
  if (run.how !== 'exited' || run.code !== 0) return fallback;
  const output = run.stdout.toString('utf8');
  const host = /^hostname ([\w.:-]+)$/m.exec(output)?.[1];
  const port = /^port (\d{1,5})$/m.exec(output)?.[1];
  return host === undefined || host.startsWith('-') || port === undefined ? fallback : { host, port: Number(port) };
}

/** The keys in what `ssh-keyscan` prints, the best first. `host` is the name that the lines get. */
export function parseHostKeys(output: string, host: string): readonly HostKey[] {
  const keys = output.split('\n').flatMap((line): HostKey[] => {
    const [, type = '', key = ''] = /^[^#\s]\S* (\S+) ([A-Za-z0-9+/]+={0,2})\s*$/.exec(line) ?? [];
    const name = TYPES.find(([known]) => known === type)?.[1];
    return name === undefined
      ? []
      : [{ host, type: name, fingerprint: fingerprintOf(Buffer.from(key, 'base64')), line: `${host} ${type} ${key}` }];
  });
  const rank = ({ line }: HostKey): number => TYPES.findIndex(([type]) => line.includes(` ${type} `));
  return keys.toSorted((first, second) => rank(first) - rank(second));
}

/** The fingerprint of a public key, as ssh prints it. */
export const fingerprintOf = (publicKey: Uint8Array): string =>
  `SHA256:${createHash('sha256').update(publicKey).digest('base64').replace(/=+$/, '')}`;

/** Remembers a host key after the person accepted it. Other hosts in the file stay; another key of this host goes. */
export async function acceptHostKey(key: HostKey, knownHostsFile: string): Promise<Result<null, GitFailure>> {
  let known: string;
  try {
    known = await readFile(knownHostsFile, 'utf8');
  } catch (error) {
    const code = errnoOf(error);
    if (code === null) throw error;
    if (code !== 'ENOENT') return fail(failureOfDisk({ kind: 'disk', code }));
    known = '';
  }
  const others = known.split('\n').filter((line) => line !== '' && !line.startsWith(`${key.host} `));
  const text = [...others, key.line, ''].join('\n');
  const written = await replaceFile(knownHostsFile, Buffer.from(text), () => Promise.resolve(ok(true)), 0o600);
  return written.ok ? ok(null) : fail(failureOfDisk({ kind: written.error.kind }));
}
