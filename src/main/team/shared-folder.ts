import { lstat, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { parseJsonText } from '#domain/file/json-text.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { type Oid, parseOid } from '#domain/team/oid.ts';
import { readTeamFile, SHARED_FOLDER_README, type TeamFile } from '#domain/team/team-file.ts';
import { TEAM_FILE } from '#domain/team/tree-paths.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { errnoOf } from '#main/disk/disk-error.ts';

import type { TeamFailure } from './team-failure.ts';

/** Why a folder cannot be the shared folder of a team library. */
export type SharedFolderProblem = 'not-a-full-path' | 'missing' | 'git-repository' | 'library' | 'not-empty';

/** A bundle in the shared folder. Its name says where it comes in the order of its writer, and what it leads to. */
export type BundleFile = {
  /** 8 hex digits, which name the computer of a member. */
  readonly writer: string;
  /** From 1, without an upper bound but the 8 digits in the name. */
  readonly sequence: number;
  /** The commit of the writer's branch that the bundle brings. */
  readonly oid: Oid;
};

/** What is in the `outbox` of a shared folder. */
export type FoundBundles = {
  /** The bundles of each writer, oldest first. */
  readonly byWriter: ReadonlyMap<string, readonly BundleFile[]>;
  /** What has another name or is a link, by its path in the shared folder. Names that start with a dot do not count. */
  readonly foreign: readonly string[];
};

const OUTBOX = 'outbox';
const WRITER = /^[0-9a-f]{8}$/;
const BUNDLE = /^(\d{8})-([0-9a-f]+)\.bundle$/;
/** What systems put into every folder. */
const SYSTEM_FILES: ReadonlySet<string> = new Set(['desktop.ini', 'thumbs.db', 'icon\r']);

/** The folder with the bundles of one writer. */
export const outboxOf = (folder: string, writer: string): string => path.join(folder, OUTBOX, writer);

/** The path of a bundle in the shared folder, with slashes, for lists that a person reads. */
export const bundlePath = ({ writer, sequence, oid }: BundleFile): string =>
  `${OUTBOX}/${writer}/${String(sequence).padStart(8, '0')}-${oid}.bundle`;

const isSystemFile = (name: string): boolean => name.startsWith('.') || SYSTEM_FILES.has(name.toLowerCase());

/**
 * Checks whether a folder can be the shared folder of a team library: one that is already, or an empty one. A git
 * repository is refused, because its hooks and configuration would name programs that run on this computer.
 */
export async function checkSharedFolder(folder: string): Promise<SharedFolderProblem | null> {
  if (!path.isAbsolute(folder)) return 'not-a-full-path';
  const names = await namesIn(folder);
  if (names === null) return 'missing';
  if (await holdsRepository(folder, names)) return 'git-repository';
  if (names.includes('coes')) return 'library';
  const isEmpty = names.every(isSystemFile);
  return isEmpty || names.includes(TEAM_FILE) ? null : 'not-empty';
}

/** What is wrong with a folder, and what to do, for a person. */
export function explainSharedFolderProblem(problem: SharedFolderProblem): { what: string; todo: string } {
  switch (problem) {
    case 'not-a-full-path':
      return { what: 'This is not the full path of a folder.', todo: 'Give the path from the top of the disk.' };
    case 'missing':
      return {
        what: 'This folder is not there or cannot be read.',
        todo: 'Make the folder first, or connect the share or the disk that it is on.',
      };
    case 'git-repository':
      return {
        what:
          'This folder holds a git repository. Git would run programs that anybody with access to the folder can put ' +
          'there, on your computer and in your name.',
        todo: 'Choose an empty folder. Once exchanges the library through files in it, without a repository.',
      };
    case 'library':
      return {
        what: 'This folder is a library of Once itself.',
        todo: 'Choose an empty folder for the exchange. Everybody’s own library lies somewhere else.',
      };
    case 'not-empty':
      return {
        what: 'This folder holds other things, and no team library.',
        todo: 'Choose an empty folder. If your team’s folder is still being synced, wait until it is complete.',
      };
  }
}

/** Whether a folder, or one directly inside, is a git repository, bare or with a `.git`. */
async function holdsRepository(folder: string, names: readonly string[]): Promise<boolean> {
  if (looksLikeRepository(names)) return true;
  const inside = await Promise.all(names.map((name) => namesIn(path.join(folder, name))));
  return inside.some((list) => list !== null && looksLikeRepository(list));
}

const looksLikeRepository = (names: readonly string[]): boolean =>
  names.includes('.git') || ['HEAD', 'objects', 'refs'].every((name) => names.includes(name));

/** The team library whose shared folder this is; null if none is begun in it. */
export async function readSharedFolder(folder: string): Promise<Result<TeamFile | null, TeamFailure>> {
  let text: string;
  try {
    text = await readFile(path.join(folder, TEAM_FILE), 'utf8');
  } catch (error) {
    const code = errnoOf(error);
    if (code === null) throw error;
    const isThere = code === 'ENOENT' && (await namesIn(folder)) !== null;
    return isThere ? ok(null) : fail({ kind: 'shared-folder-gone' });
  }
  const team = readTeamFile(text);
  if (team !== null) return ok(team);
  // A sync program makes a file before it has all of it.
  return fail({ kind: parseJsonText(text).ok ? 'not-a-team-library' : 'shared-folder-incomplete' });
}

/** Makes an empty folder the shared folder of a team library. `teamFile` is the text of its `once-team.json`. */
export async function beginSharedFolder(folder: string, teamFile: string): Promise<Result<null, TeamFailure>> {
  try {
    await mkdir(path.join(folder, OUTBOX), { recursive: true });
  } catch (error) {
    return fail(failureOfFolder(error));
  }
  for (const [name, text] of [
    ['README.txt', SHARED_FOLDER_README],
    // Last: what follows relies on it.
    [TEAM_FILE, teamFile],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- in this order
    const written = await replaceFile(path.join(folder, name), Buffer.from(text), async () => ok(true));
    if (!written.ok) return fail({ kind: 'library', error: written.error });
  }
  return ok(null);
}

/** Lists the bundles. Follows no link, and takes no name but those that Once gives. */
export async function findBundles(folder: string): Promise<Result<FoundBundles, TeamFailure>> {
  const byWriter = new Map<string, readonly BundleFile[]>();
  const foreign: string[] = [];
  const outbox = path.join(folder, OUTBOX);
  try {
    if (!(await lstat(outbox)).isDirectory()) return ok({ byWriter, foreign: [OUTBOX] });
    const writers = await readdir(outbox, { withFileTypes: true });
    for (const { name: writer, ...entry } of writers.map((found) => ({
      name: found.name,
      isFolder: found.isDirectory(),
    }))) {
      if (isSystemFile(writer)) continue;
      if (!entry.isFolder || !WRITER.test(writer)) {
        foreign.push(`${OUTBOX}/${writer}`);
        continue;
      }
      const bundles: BundleFile[] = [];
      // oxlint-disable-next-line no-await-in-loop -- a few folders
      for (const file of await readdir(path.join(outbox, writer), { withFileTypes: true })) {
        if (isSystemFile(file.name)) continue;
        const [, digits = '', id = ''] = BUNDLE.exec(file.name) ?? [];
        const oid = parseOid(id);
        if (oid === null || !file.isFile()) foreign.push(`${OUTBOX}/${writer}/${file.name}`);
        else bundles.push({ writer, sequence: Number(digits), oid });
      }
      byWriter.set(
        writer,
        bundles.toSorted((one, other) => one.sequence - other.sequence),
      );
    }
  } catch (error) {
    // A sync program may not have brought the outbox yet.
    if (errnoOf(error) === 'ENOENT' && (await namesIn(folder)) !== null) return ok({ byWriter, foreign });
    return fail(failureOfFolder(error));
  }
  const sorted = [...byWriter].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return ok({ byWriter: new Map(sorted), foreign });
}

/** An error of the shared folder's disk as a failure. Throws what is no error of a disk. */
export function failureOfFolder(error: unknown): TeamFailure {
  const code = errnoOf(error);
  switch (code) {
    case null:
      throw error;
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'disk-full' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { kind: 'shared-folder-read-only' };
    case 'ECANCELED':
      return { kind: 'cancelled' };
    default:
      return { kind: 'shared-folder-gone' };
  }
}

/** The names in a folder; null if it cannot be listed. */
async function namesIn(folder: string): Promise<string[] | null> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}
