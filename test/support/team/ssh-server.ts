import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';

import { onTestFinished } from 'vitest';

import { parseRemoteAddress, type RemoteAddress } from '#domain/team/remote-address.ts';

import { missingCommand } from '../missing-command.ts';
import { freePort } from './free-port.ts';

/** Why there can be no ssh server here; null when there can. */
export const whyNoSshServer = (): string | null =>
  process.platform === 'linux' ? missingCommand('sshd') : 'the ssh server of the tests runs on Linux only';

/** An ssh server of the test's own on 127.0.0.1. */
export type SshServer = {
  readonly port: number;
  /** The ssh address of a repository, by its full path. */
  readonly addressOf: (repository: string) => RemoteAddress;
  /** An ssh configuration that offers one key, and knows the hosts in `knownHosts` only. */
  readonly configFile: string;
  /** What stands for the person's known-hosts file. Empty at first. */
  readonly knownHosts: string;
  readonly keyFile: string;
  /** The host key as `ssh-keygen -l` prints it. */
  readonly fingerprint: () => string;
  /** Lets the key in; until then the server refuses it. */
  readonly acceptKey: () => void;
  /** Starts again on the same port with another host key. */
  readonly changeHostKey: () => Promise<void>;
};

const keygen = (file: string, passphrase = ''): void => {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-C', 'test', '-f', file], { stdio: 'pipe' });
};

/** Starts an ssh server as the user who runs the tests; it stops when the test ends. */
export async function startSshServer(folder: string, { passphrase = '' } = {}): Promise<SshServer> {
  const at = (name: string): string => path.join(folder, name);
  keygen(at('host-1'));
  keygen(at('host-2'));
  keygen(at('id'), passphrase);
  writeFileSync(at('authorized'), '', { mode: 0o600 });
  writeFileSync(at('known'), '');
  // As root, sshd wants a folder that a start of the system creates.
  if (process.getuid?.() === 0 && !existsSync('/run/sshd')) mkdirSync('/run/sshd', { mode: 0o755 });
  const sshd = execFileSync('sh', ['-c', 'PATH="$PATH:/usr/sbin" command -v sshd'], { encoding: 'utf8' }).trim();
  const start = async (
    hostKey: string,
    fixedPort: number | null,
  ): Promise<{ port: number; stop: () => Promise<void> }> => {
    for (;;) {
      const port = fixedPort ?? (await freePort());
      const config = [
        `ListenAddress 127.0.0.1:${port}`,
        `HostKey ${at(hostKey)}`,
        `AuthorizedKeysFile ${at('authorized')}`,
        'PidFile none',
        'StrictModes no',
        'UsePAM no',
        'PermitRootLogin yes',
        'PasswordAuthentication no',
        'KbdInteractiveAuthentication no',
        'LogLevel INFO',
      ];
      writeFileSync(at('sshd_config'), `${config.join('\n')}\n`);
      const child = spawn(sshd, ['-D', '-e', '-f', at('sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] });
      const hasEnded = once(child, 'exit');
      let log = '';
      const isReady = await new Promise<boolean>((resolve) => {
        child.stderr.setEncoding('utf8').on('data', (more: string) => {
          log += more;
          if (log.includes('Server listening')) resolve(true);
        });
        child.once('exit', () => resolve(false));
      });
      const stop = async (): Promise<void> => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.kill('SIGKILL');
        await hasEnded;
      };
      onTestFinished(stop);
      if (isReady) return { port, stop };
      if (!log.includes('in use')) throw new Error(`sshd did not start: ${log}`);
    }
  };
  let running = await start('host-1', null);
  const { port } = running;
  let hostKey = 'host-1';
  const ssh = [
    `IdentityFile ${at('id')}`,
    'IdentitiesOnly yes',
    'IdentityAgent none',
    `UserKnownHostsFile ${at('known')}`,
  ];
  writeFileSync(at('ssh_config'), `${ssh.join('\n')}\n`);
  return {
    port,
    configFile: at('ssh_config'),
    knownHosts: at('known'),
    keyFile: at('id'),
    addressOf: (repository) => {
      const text = `ssh://${userInfo().username}@127.0.0.1:${port}${repository}`;
      const address = parseRemoteAddress(text, { allowLoopback: false });
      if (!address.ok) throw new Error(`${text}: ${address.error}`);
      return address.value;
    },
    fingerprint: () =>
      execFileSync('ssh-keygen', ['-l', '-f', at(`${hostKey}.pub`)], { encoding: 'utf8' }).split(' ')[1] ?? '',
    acceptKey: () => writeFileSync(at('authorized'), readFileSync(at('id.pub'))),
    changeHostKey: async () => {
      await running.stop();
      hostKey = 'host-2';
      running = await start('host-2', port);
    },
  };
}
