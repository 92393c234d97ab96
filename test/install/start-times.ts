import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { seedLibrary } from '../../scripts/seed/seed-library.ts';
import { packagedProgram } from '../../scripts/package/packaged-app.mjs';
import { type Command, timeStart } from '../bench/start.ts';
import type { CleanRoot } from './clean-root.ts';
import { processesOf } from './installed-app.ts';

const STARTS = 10;
const COES = 100;

/** What the others are compared with. */
const UNPACKED = 'unpacked folder';

/** A package as it was started: its name, and the program in the clean root. */
type Started = { readonly name: string; readonly program: string; readonly args: readonly string[] };

/** The packages in `dist` besides the installed deb, by kind; null where there is none. */
export type OtherPackages = { readonly tarball: string | null; readonly appImage: string | null };

/**
 * Measures how long the installed deb, the unpacked folder and the other packages take from the start of the process
 * until the first COEs are drawn, by turns, as an ordinary user of the clean root with a library of a hundred COEs.
 * Each round begins with another one. Returns a line for each, with the middle of its ratios to the unpacked folder in
 * the same round, in which the load of the computer cancels out. The first start of each, which fills the caches, does
 * not count.
 */
export async function measureStarts(root: CleanRoot, user: string, packages: OtherPackages): Promise<string[]> {
  const home = path.join('/home', user);
  const inRoot = (place: string): string => path.join(root.folder, place);
  seedLibrary(inRoot(`${home}/measured`), COES);
  execFileSync('cp', ['-a', path.dirname(packagedProgram), inRoot(`${home}/unpacked`)]);
  const started: Started[] = [
    { name: UNPACKED, program: `${home}/unpacked/once`, args: [] },
    { name: 'deb, installed', program: '/opt/Once/once', args: [] },
  ];
  if (packages.tarball !== null) {
    mkdirSync(inRoot(`${home}/tar`));
    execFileSync('tar', ['-xzf', packages.tarball, '-C', inRoot(`${home}/tar`), '--strip-components=1']);
    started.push({ name: 'tar.gz', program: `${home}/tar/once`, args: [] });
  }
  if (packages.appImage !== null) {
    copyFileSync(packages.appImage, inRoot(`${home}/Once.AppImage`));
    started.push({
      name: 'AppImage, without FUSE',
      program: `${home}/Once.AppImage`,
      args: ['--appimage-extract-and-run', '--allow-no-sandbox'], // it can bring no helper
    });
  }
  const times = new Map<string, number[]>(started.map(({ name }) => [name, []]));
  for (const [index] of started.entries()) {
    const data = inRoot(`${home}/data-${index}`);
    mkdirSync(data);
    writeFileSync(path.join(data, 'settings.json'), JSON.stringify({ welcomed: true }));
  }
  root.run(['chown', '-R', `${user}:${user}`, home]);
  // Where an ordinary user may not create namespaces, as in a root like this, the sandbox takes what the deb sets.
  for (const { program } of started.filter((each) => existsSync(inRoot(helperOf(each.program))))) {
    root.run(['chown', 'root:root', helperOf(program)]);
    root.run(['chmod', '4755', helperOf(program)]);
  }
  for (let round = 0; round <= STARTS; round += 1) {
    const first = round % started.length;
    const turns = [...started.entries()];
    for (const [index, { name, program, args }] of [...turns.slice(first), ...turns.slice(0, first)]) {
      const data = `--user-data-dir=${home}/data-${index}`;
      const command = commandIn(root, user, [program, ...args, data]);
      // oxlint-disable-next-line no-await-in-loop -- by turns, so that a change of the computer's load reaches all
      const took = await timeStart(command, (child) => end(root, child, data));
      if (round > 0) times.get(name)?.push(took);
    }
  }
  const unpacked = times.get(UNPACKED) ?? [];
  return [...times].map(([name, values]) => `${name}: ${describe(values, unpacked)}`);
}

const helperOf = (program: string): string => path.join(path.dirname(program), 'chrome-sandbox');

/** Ends the program that was started with an argument; an AppImage starts it in another process and waits for it. */
async function end(root: CleanRoot, child: ChildProcess, argument: string): Promise<void> {
  const ended = once(child, 'exit');
  for (const { pid, command } of processesOf(root.folder))
    if (command.includes(argument) && !command.includes('--type=')) process.kill(pid, 'SIGTERM');
  await ended;
}

function commandIn(root: CleanRoot, user: string, command: readonly string[]): Command {
  const become = ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups'];
  return {
    program: '/usr/sbin/chroot',
    args: [root.folder, ...become, ...command],
    env: {
      PATH: '/usr/bin:/bin',
      LANG: 'C.UTF-8',
      HOME: `/home/${user}`,
      DISPLAY: process.env['DISPLAY'] ?? '',
      ONCE_LIBRARY: `/home/${user}/measured`,
    },
  };
}

function describe(values: readonly number[], unpacked: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b).map(Math.round);
  const ratio = middle(values.map((value, round) => value / (unpacked[round] ?? Number.NaN)));
  return `${Math.round(middle(values))} ms (${sorted[0]} to ${sorted.at(-1)}, ${sorted.length} starts), ratio ${ratio.toFixed(2)}`;
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return ((sorted[half] ?? 0) + (sorted[sorted.length - 1 - half] ?? 0)) / 2;
}
