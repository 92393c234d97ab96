import { open } from 'node:fs/promises';
import path from 'node:path';

import type { RemoteAddress } from '#domain/team/remote-address.ts';
import { nullOnDiskError } from '#main/disk/disk-error.ts';

import { passedOnEnvironment } from './git-environment.ts';
import { fingerprintOf, type HostKeyContext } from './host-key.ts';
import { runProgram } from './run-program.ts';

/**
 * The first private key that ssh would try at this address but cannot, because it has a passphrase and is not in the
 * agent. Null when there is none. Only its head is looked at, which is not encrypted.
 */
export async function findLockedKey(address: RemoteAddress, context: HostKeyContext): Promise<string | null> {
  const { program, environment, emptyFolder, sshConfigFile } = context;
  if (address.protocol !== 'ssh' || program.ssh === null) return null;
  const run = (file: string, args: readonly string[]): ReturnType<typeof runProgram> =>
    runProgram({
      program: file,
      args,
      env: passedOnEnvironment(environment),
      cwd: emptyFolder,
      maxStdout: 200_000,
      idleMs: 10_000,
    });
  const user = address.user === null ? [] : ['-l', address.user];
  const config = sshConfigFile === null ? [] : ['-F', sshConfigFile];
  const settings = await run(program.ssh, [...config, '-G', ...user, '--', address.host]);
  if (settings.how !== 'exited') return null;
  const agent = program.sshAdd === null ? null : await run(program.sshAdd, ['-l']);
  const inAgent = agent?.how === 'exited' ? agent.stdout.toString('utf8') : '';
  const home = environment['HOME'] ?? environment['USERPROFILE'] ?? '';
  for (const [, name = ''] of settings.stdout.toString('utf8').matchAll(/^identityfile (.+)$/gm)) {
    const file = /^~[/\\]/.test(name) ? path.join(home, name.slice(2)) : name;
    const key = await lockedKeyIn(file);
    if (key !== null && (key.fingerprint === null || !inAgent.includes(` ${key.fingerprint} `))) return file;
  }
  return null;
}

const MAX_KEY_BYTES = 64_000;

/** Null when the file is no private key with a passphrase. The fingerprint is null for old formats. */
async function lockedKeyIn(file: string): Promise<{ readonly fingerprint: string | null } | null> {
  const handle = await open(file, 'r').catch(nullOnDiskError);
  if (handle === null) return null;
  try {
    const bytes = Buffer.alloc(MAX_KEY_BYTES);
    const read = await handle.read(bytes, 0, bytes.length, 0).catch(nullOnDiskError);
    return read === null ? null : parseLockedKey(bytes.subarray(0, read.bytesRead).toString('latin1'));
  } finally {
    await handle.close();
  }
}

/**
 * Whether the text of a private key file is encrypted, and the fingerprint of its public half. OpenSSH's format: the
 * word `openssh-key-v1`, a zero, then cipher, key derivation and its options as lengths and bytes, a count, and the
 * public key.
 */
export function parseLockedKey(text: string): { readonly fingerprint: string | null } | null {
  const body = /-----BEGIN OPENSSH PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END/.exec(text)?.[1];
  if (body === undefined)
    return /BEGIN ENCRYPTED PRIVATE KEY|^Proc-Type: 4,ENCRYPTED/m.test(text) ? { fingerprint: null } : null;
  const bytes = Buffer.from(body, 'base64');
  const magic = Buffer.from('openssh-key-v1\0');
  if (!bytes.subarray(0, magic.length).equals(magic)) return null;
  let position = magic.length;
  const next = (): Buffer | null => {
    if (position + 4 > bytes.length) return null;
    const length = bytes.readUInt32BE(position);
    const start = position + 4;
    position = start + length;
    return position > bytes.length ? null : bytes.subarray(start, position);
  };
  const cipher = next();
  const [derivation, options] = [next(), next()];
  if (cipher === null || derivation === null || options === null || cipher.toString('latin1') === 'none') return null;
  position += 4;
  const publicKey = next();
  return { fingerprint: publicKey === null ? null : fingerprintOf(publicKey) };
}
