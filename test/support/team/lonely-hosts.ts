import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { onTestFinished } from 'vitest';

import { missingCommand } from '../missing-command.ts';
import { PLAIN_GIT_ENVIRONMENT, plainGit } from './git-command.ts';

/** Why there can be no hosts with networks of their own here; null when there can. */
export function whyNoHosts(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are of Linux only';
  for (const command of ['unshare', 'nsenter', 'ip']) {
    const reason = missingCommand(command);
    if (reason !== null) return reason;
  }
  return spawnSync('unshare', ['-rn', 'true']).status === 0 ? null : 'this user may make no network namespaces';
}

/** A computer of the test with a network of its own. */
export type Host = {
  /** Runs a program there to its end, and returns what it printed. Throws when it fails. */
  readonly run: (program: string, args: readonly string[], environment?: Readonly<Record<string, string>>) => string;
  /** Pulls the cable out, or puts it in again. */
  readonly plug: (isIn: boolean) => void;
};

/** Programs of ours share what Node has compiled. */
const COMPILED = { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '' };

const PORT = 9418;
const SERVER = '10.77.0.1';

/** Passes on what comes to the loopback address, which is all that tests may name. While nothing answers, it is silent. */
const FORWARD = `
const { connect, createServer } = require('node:net');
createServer((near) => {
  near.on('error', () => {});
  const far = connect(${PORT}, '${SERVER}', () => near.pipe(far).pipe(near));
  far.on('error', () => {});
}).listen(${PORT}, '127.0.0.1', () => console.log('ready'));`;

/**
 * Starts a server with the repositories in a folder, and other hosts: each in a network namespace, on one cable each to
 * a switch. They end with the test.
 */
export async function startHosts(folder: string, count: number): Promise<readonly Host[]> {
  const started: ChildProcess[] = [];
  const start = async (program: string, args: readonly string[], isReady: string): Promise<ChildProcess> => {
    const child = spawn(program, args, { env: { ...PLAIN_GIT_ENVIRONMENT }, stdio: ['ignore', 'pipe', 'pipe'] });
    started.push(child);
    let said = '';
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (more: Buffer) => {
          said += more.toString('utf8');
          if (said.includes(isReady)) resolve();
        });
      child.once('exit', () => reject(new Error(`${program} ended: ${said}`)));
    });
    return child;
  };
  onTestFinished(async () => {
    for (const child of started.toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });
  const HOLD = ['sh', '-c', 'echo ready; exec sleep 1000000'];
  const within = (child: ChildProcess): string[] => ['-t', String(child.pid), '-U', '--preserve-credentials', '-n'];
  const ip = (child: ChildProcess, ...args: readonly string[]): string =>
    execFileSync('nsenter', [...within(child), 'ip', ...args], { encoding: 'utf8', stdio: 'pipe' });

  const hub = await start('unshare', ['-rn', ...HOLD], 'ready');
  ip(hub, 'link', 'add', 'switch', 'type', 'bridge');
  ip(hub, 'addr', 'add', `${SERVER}/24`, 'dev', 'switch');
  ip(hub, 'link', 'set', 'switch', 'up');
  const daemon = path.join(plainGit(folder, ['--exec-path']), 'git-daemon');
  const serve = ['--reuseaddr', `--listen=${SERVER}`, `--port=${PORT}`, `--base-path=${folder}`, '--export-all'];
  await start(
    'nsenter',
    [...within(hub), daemon, ...serve, '--verbose', '--enable=receive-pack', folder],
    'Ready to rumble',
  );
  const hosts: Host[] = [];
  for (let number = 0; number < count; number += 1) {
    const cable = `cable${number}`;
    // oxlint-disable-next-line no-await-in-loop -- one host after the other
    const host = await start('nsenter', [...within(hub), 'unshare', '-n', ...HOLD], 'ready');
    ip(hub, 'link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', String(host.pid));
    ip(hub, 'link', 'set', cable, 'master', 'switch', 'up');
    ip(host, 'addr', 'add', `10.77.0.${number + 2}/24`, 'dev', 'eth0');
    for (const device of ['lo', 'eth0']) ip(host, 'link', 'set', device, 'up');
    // oxlint-disable-next-line no-await-in-loop -- as above
    await start('nsenter', [...within(host), process.execPath, '-e', FORWARD], 'ready');
    hosts.push({
      run: (program, args, environment = {}) =>
        execFileSync('nsenter', [...within(host), program, ...args], {
          encoding: 'utf8',
          env: { ...PLAIN_GIT_ENVIRONMENT, ...COMPILED, ...environment },
          stdio: 'pipe',
        }),
      plug: (isIn) => void ip(hub, 'link', 'set', cable, isIn ? 'up' : 'down'),
    });
  }
  return hosts;
}

/** The address of a repository, as hosts see it. */
export const addressOnHosts = (name: string): string => `git://127.0.0.1:${PORT}/${name}`;
