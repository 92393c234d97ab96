import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { libraryKeyOf } from '#main/coe-files/cache-paths.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { exists } from '#main/disk/move-file.ts';

const FORMAT = 'once-team-connection';

const connectionSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  folder: z.string(),
  remote: z.string(),
  sharedFolder: z.string().nullable().default(null),
  me: z.string().min(1).max(100),
  writer: z.string().regex(/^[0-9a-f]{8}$/),
  teamId: z.string().nullable(),
  name: z.string(),
  connected: z.boolean(),
  lastExchange: z.string().nullable(),
  offlineSince: z.string().nullable(),
  failure: z.looseObject({ kind: z.string() }).nullable(),
});

/**
 * How a library on this computer is connected to a team. `remote` is the address; with a shared folder it is
 * its path, as `sharedFolder`, which is null with a server. `me` is the name that others see, `writer` names this
 * computer's own branch, `teamId` is null until the first exchange. `connected` is false after
 * disconnecting. `failure` is why the last exchange did not finish; null if it did.
 */
export type Connection = z.infer<typeof connectionSchema>;

/** Where everything about one team library lies, in the app's data: never in the library, which others may write. */
export type TeamFolders = {
  readonly folder: string;
  readonly connection: string;
  readonly gitDir: string;
  /** The configuration, hooks folder and known hosts that git calls are given. */
  readonly state: string;
  readonly agreed: string;
};

/** The folders of a team library. `teamFolder` is `team` in the app's data. */
export async function teamFoldersOf(teamFolder: string, library: string): Promise<TeamFolders> {
  const folder = path.join(teamFolder, await libraryKeyOf(library));
  return {
    folder,
    connection: path.join(folder, 'connection.json'),
    gitDir: path.join(folder, 'repository.git'),
    state: path.join(folder, 'state'),
    agreed: path.join(folder, 'agreed.json'),
  };
}

/** A new connection that has not exchanged anything. */
export const newConnection = (
  parts: Pick<Connection, 'folder' | 'remote' | 'sharedFolder' | 'me' | 'writer' | 'teamId' | 'name'>,
): Connection => ({
  ...parts,
  format: FORMAT,
  version: 1,
  connected: true,
  lastExchange: null,
  offlineSince: null,
  failure: null,
});

/** Whether a library was ever connected. A file that this version cannot read, or not look at, counts. */
export const hasConnection = ({ connection }: TeamFolders): Promise<boolean> =>
  exists(connection).catch((error: unknown) => {
    if (errnoOf(error) === null) throw error;
    return true;
  });

/** Whether a library is connected to a team now. */
export async function isConnected(teamFolder: string, library: string): Promise<boolean> {
  const connection = await readConnection((await teamFoldersOf(teamFolder, library)).connection);
  return connection?.connected === true;
}

/** Reads a connection; null if there is none or its file is damaged. */
export async function readConnection(file: string): Promise<Connection | null> {
  try {
    const parsed = connectionSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (errnoOf(error) === null && !(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** Writes a connection, only for this user to read. */
export async function writeConnection(file: string, connection: Connection): Promise<Result<null, AppError>> {
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  } catch (error) {
    return fail(diskError(error));
  }
  const text = `${JSON.stringify(connection, null, 2)}\n`;
  const written = await replaceFile(file, Buffer.from(text), async () => ok(true), 0o600);
  return written.ok ? ok(null) : written;
}

/** The connections on this computer, connected ones alone. */
export async function listConnections(teamFolder: string): Promise<Connection[]> {
  const names = await readdir(teamFolder).catch((error: unknown) => {
    if (errnoOf(error) === null) throw error;
    return [];
  });
  const found = await Promise.all(names.map((name) => readConnection(path.join(teamFolder, name, 'connection.json'))));
  return found.flatMap((connection) => (connection?.connected === true ? [connection] : []));
}
