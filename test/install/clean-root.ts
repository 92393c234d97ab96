import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { cacheFolder } from '../../scripts/system/paths.mjs';

/** A Debian of its own in a folder, with nothing but what every Debian has. */
export type CleanRoot = {
  readonly folder: string;
  /** Runs a program in it, as root or as the named user, and returns what it printed. Throws when it fails. */
  readonly run: (command: readonly string[], user?: string) => string;
  /** The same, with variables besides, and what it prints is shown. */
  readonly show: (command: readonly string[], user: string, variables: Readonly<Record<string, string>>) => void;
  /** Makes a folder of this computer readable in it, under the same path. */
  readonly lend: (folder: string) => void;
  readonly remove: () => void;
};

const SUITE = 'bookworm';

/** What the desktop of another user's computer brings: what reads the types of files and the menu. */
const DESKTOP = ['shared-mime-info', 'desktop-file-utils', 'libglib2.0-bin', 'dbus', 'ca-certificates'];

const MOUNTS = [
  ['-t', 'proc', 'proc', 'proc'],
  ['-t', 'sysfs', 'sys', 'sys'],
  ['--rbind', '/dev', 'dev'],
] as const;

/**
 * Makes a clean root below a folder that is not in memory, where set-user-id programs may not work. What debootstrap
 * downloads is kept in the cache folder for the next time.
 */
export function createCleanRoot(): CleanRoot {
  const kept = path.join(cacheFolder, `root-${SUITE}`);
  if (!existsSync(kept)) {
    const work = `${kept}-${process.pid}`;
    mkdirSync(cacheFolder, { recursive: true });
    execFileSync('debootstrap', ['--variant=minbase', `--include=${DESKTOP.join(',')}`, SUITE, work], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (const place of ['proc', 'sys']) if (isMounted(path.join(work, place))) unmount(path.join(work, place));
    renameSync(work, kept);
  }
  const folder = mkdtempSync('/var/tmp/once-root-');
  execFileSync('cp', ['-a', `${kept}/.`, folder]);
  for (const options of MOUNTS)
    execFileSync('mount', [...options.slice(0, -1), path.join(folder, options.at(-1) ?? '')]);
  execFileSync('mount', ['--make-rslave', path.join(folder, 'dev')]);
  copyFileSync('/etc/resolv.conf', path.join(folder, 'etc/resolv.conf'));
  // Nobody needs it after a power cut, and flushing each unpacked file takes minutes on a busy disk.
  writeFileSync(path.join(folder, 'etc/dpkg/dpkg.cfg.d/without-flushing'), 'force-unsafe-io\n');
  const lent: string[] = [];
  const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' };
  return {
    folder,
    run: (command, user = 'root') =>
      execFileSync('chroot', [folder, 'runuser', '-u', user, '--', ...command], {
        encoding: 'utf8',
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    show: (command, user, variables) =>
      execFileSync('chroot', [folder, 'runuser', '-u', user, '--', ...command], {
        env: { ...environment, ...variables },
        stdio: ['ignore', 'inherit', 'inherit'],
      }),
    lend: (given) => {
      const place = path.join(folder, given);
      mkdirSync(place, { recursive: true });
      execFileSync('mount', ['--bind', given, place]);
      lent.push(place);
      execFileSync('mount', ['-o', 'remount,bind,ro', place]);
    },
    remove: () => {
      for (const place of lent) unmount(place);
      for (const options of MOUNTS) unmount(path.join(folder, options.at(-1) ?? ''));
      // Removing a folder into which the computer's own devices are still mounted would remove those.
      if (isMounted(folder)) throw new Error(`still mounted: ${folder}`);
      execFileSync('rm', ['-rf', '--one-file-system', folder]);
    },
  };
}

const isMounted = (place: string): boolean => readFileSync('/proc/self/mounts', 'utf8').includes(` ${place}`);

const unmount = (place: string): void => void execFileSync('umount', ['--recursive', '--lazy', place]);
