import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect } from '@playwright/test';

import { needsCommands, onlyIf } from './only-if.ts';

/** A drive like those of other computers, and the ways in which it fails. */
export type NetworkDrive = {
  readonly folder: string;
  readonly canBeCutOff: boolean;
  /** Cuts it off, as when the network is gone. The folder is there and answers with errors. */
  readonly cutOff: () => Promise<void>;
  /** Connects it again. */
  readonly connect: () => Promise<void>;
  /** Takes it away. What had it open must have ended. */
  readonly remove: () => Promise<void>;
};

/**
 * Mounts a folder by rclone: there are no links on it, modes and owners cannot be changed, and a file is moved to the
 * other side after it was closed. NFS and SMB differ from each other and from this; a real drive is tested when
 * ONCE_TEST_DRIVE names an empty folder on it.
 */
export async function mountNetworkDrive(folder: string): Promise<NetworkDrive> {
  const real = process.env['ONCE_TEST_DRIVE'];
  if (real !== undefined) {
    const own = path.join(real, path.basename(folder));
    mkdirSync(own);
    const nothing = async (): Promise<void> => undefined;
    return { folder: own, canBeCutOff: false, cutOff: nothing, connect: nothing, remove: nothing };
  }
  onlyIf(process.platform === 'linux' && existsSync('/dev/fuse'), 'drives are mounted by FUSE here, on Linux only');
  needsCommands('rclone', 'fusermount3');
  const [other, place] = [path.join(folder, 'other-side'), path.join(folder, 'drive')];
  for (const each of [other, place]) mkdirSync(each);
  const options = ['--vfs-cache-mode', 'writes', '--vfs-write-back', '0s', '--cache-dir', path.join(folder, 'cache')];
  const start = () => spawn('rclone', ['mount', ...options, '--config', '', other, place], { stdio: 'ignore' });
  const connected = (): Promise<void> => expect.poll(() => isMounted(place)).toBe(true);
  let program = start();
  await connected();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (program.exitCode !== null || program.signalCode !== null) return;
    const ended = new Promise((resolve) => {
      program.once('exit', resolve);
    });
    program.kill(signal);
    await ended;
  };
  return {
    folder: place,
    canBeCutOff: true,
    cutOff: () => end('SIGKILL'),
    connect: async () => {
      spawnSync('fusermount3', ['-uz', place]);
      program = start();
      await connected();
    },
    remove: async () => {
      await end('SIGTERM');
      await expect
        .poll(() => {
          spawnSync('fusermount3', ['-uz', place]);
          return isMounted(place);
        })
        .toBe(false);
    },
  };
}

const isMounted = (place: string): boolean =>
  readFileSync('/proc/self/mounts', 'utf8').includes(` ${place} fuse.rclone `);
