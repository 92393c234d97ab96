import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

import { fail, ok, type Result } from '#domain/result.ts';
import type { GitFailure } from '#domain/team/git-failure.ts';
import { type Oid, parseOid } from '#domain/team/oid.ts';
import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';

import type { BundleHead, WaitsFor } from './team-repository.ts';

/** An open bundle: its head, and the pack behind it, from the same file. */
export type OpenBundle = {
  readonly head: BundleHead;
  /** Reads the pack once, at most as many bytes as the file had when it was opened. */
  readonly pack: () => AsyncGenerator<Buffer>;
  readonly close: () => Promise<void>;
};

const MAX_HEAD_BYTES = 1_000_000;
const SIGNATURE = '# v2 git bundle\n';
const unusable = (reason: 'not-a-bundle' | 'damaged'): { readonly ok: false; readonly error: GitFailure } =>
  fail({ kind: 'bundle-unusable', reason });

/** An error of the disk while a bundle is read: it says nothing about the bundle. Throws any other error. */
export function unreadable(error: unknown): { readonly ok: false; readonly error: GitFailure } {
  const code = errnoOf(error);
  if (code === null) throw error;
  return fail(code === 'ECANCELED' ? { kind: 'cancelled' } : { kind: 'bundle-unusable', reason: 'unreadable' });
}

/**
 * Opens a bundle in a shared folder. Anybody may have put the file there: links, pipes and devices are not followed, a
 * file above `maxBytes` is not read, and git never gets the path, so it cannot take a folder in its place for a
 * repository.
 */
export async function openBundle(
  file: string,
  maxBytes: number,
  waits: WaitsFor = (work) => work(),
): Promise<Result<OpenBundle, GitFailure>> {
  let handle: FileHandle;
  try {
    // Without O_NONBLOCK, opening a pipe would wait for ever. Windows has neither flag.
    // oxlint-disable-next-line no-bitwise -- flags of the system
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    handle = await waits(() => open(file, flags));
  } catch (error) {
    const code = errnoOf(error);
    return code === 'ELOOP' || code === 'EISDIR' || code === 'ENXIO' ? unusable('not-a-bundle') : unreadable(error);
  }
  const opened = await readHead(handle, maxBytes, waits).catch((error: unknown) =>
    errnoOf(error) === 'EISDIR' ? unusable('not-a-bundle') : unreadable(error),
  );
  if (!opened.ok) await closed(handle, waits);
  return opened;
}

async function readHead(
  handle: FileHandle,
  maxBytes: number,
  waits: WaitsFor,
): Promise<Result<OpenBundle, GitFailure>> {
  const stat = await waits(() => handle.stat());
  if (!stat.isFile()) return unusable('not-a-bundle');
  if (stat.size > maxBytes) return fail({ kind: 'too-large', limitBytes: maxBytes });
  const start = Buffer.alloc(Math.min(stat.size, MAX_HEAD_BYTES));
  const { bytesRead } = await waits(() => handle.read(start, 0, start.length, 0));
  const text = start.subarray(0, bytesRead);
  if (!text.subarray(0, SIGNATURE.length).equals(Buffer.from(SIGNATURE))) return unusable('not-a-bundle');
  const end = text.indexOf('\n\n');
  if (end === -1) return unusable('damaged');
  const head = parseBundleHead(text.subarray(SIGNATURE.length, end + 1).toString('utf8'));
  if (head === null) return unusable('not-a-bundle');
  return ok({
    head,
    pack: () => readFrom(handle, end + 2, stat.size, waits),
    close: () => closed(handle, waits),
  });
}

/** Closing waits for a read that never ends, so it is not waited for then. */
const closed = async (handle: FileHandle, waits: WaitsFor): Promise<void> => {
  await waits(() => handle.close()).catch(nullOnDiskError);
};

async function* readFrom(handle: FileHandle, start: number, end: number, waits: WaitsFor): AsyncGenerator<Buffer> {
  const size = 256 * 1024;
  for (let position = start; position < end;) {
    const [from, length] = [position, Math.min(size, end - position)];
    const { bytesRead, buffer } = await waits(() => handle.read(Buffer.alloc(size), 0, length, from));
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Reads the lines between the signature and the empty line; null when one is not as a bundle has it. */
export function parseBundleHead(text: string): BundleHead | null {
  const refs = new Map<string, Oid>();
  const prerequisites: Oid[] = [];
  for (const line of text.split('\n').filter((line) => line !== '')) {
    const [, dash, id = '', rest = ''] = /^(-?)([0-9a-f]+)(?: (.*))?$/.exec(line) ?? [];
    const oid = parseOid(id);
    if (oid === null) return null;
    if (dash === '-') prerequisites.push(oid);
    else if (rest === '') return null;
    else refs.set(rest, oid);
  }
  return { refs, prerequisites };
}
