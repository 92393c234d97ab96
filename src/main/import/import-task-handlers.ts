import { createHash } from 'node:crypto';

import { MAX_ATTACHMENT_BYTES } from '#domain/attachments/attachment-name.ts';
import { type ArchiveFile, type EntryReading, leftOut } from '#domain/import/archive-reading.ts';
import { ARCHIVE_READERS, detectFormats, type FileFormat } from '#domain/import/detect-format.ts';
import type { FileReading, ImportOptions } from '#domain/import/imported-report.ts';
import { readSource } from '#domain/import/read-source.ts';
import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { ServedTasks } from '#main/worker/serve-tasks.ts';

import { decodeText, isText } from './decode-text.ts';
import type { FoundAttachment, ImportTasks, Picked, ReadEntry, ReadGroup } from './import-tasks.ts';
import { readDocx } from './formats/read-docx.ts';
import { HEAD_BYTES, LIMITS } from './limits.ts';
import { openPicked } from './picked-source.ts';
import type { PickedSource } from './sources/file-source.ts';

/** Creates the tasks of one import thread, which keeps what was picked open between requests. */
export function createImportTasks(): ServedTasks<ImportTasks> {
  let opened: { key: string; source: PickedSource } | null = null;
  const open = async (from: Picked): Promise<Result<PickedSource, AppError | string>> => {
    const key = from.join('\0');
    if (opened?.key === key) return ok(opened.source);
    opened?.source.close();
    opened = null;
    const source = await openPicked(from);
    if (source.ok) opened = { key, source: source.value };
    return source;
  };
  return {
    list: async ({ from }) => {
      const source = await open(from);
      return source.ok ? ok(await listingOf(source.value)) : source;
    },
    read: async ({ from, group, options }) => {
      const source = await open(from);
      if (!source.ok)
        return group.files.map(({ path }) => refusedEntry(path, 'What you chose cannot be read any more.'));
      return group.archive === null
        ? readFiles(source.value, group, options)
        : readArchive(source.value, group, group.archive, options);
    },
    attachment: async ({ from, path, withBytes }) => {
      const source = await open(from);
      return source.ok ? findAttachment(source.value, path, withBytes) : { is: 'missing' };
    },
    texts: async ({ from, paths, most }) => {
      const source = await open(from);
      if (!source.ok) return paths.map(() => '');
      const read = await Promise.all(paths.map((path) => source.value.read(path, most)));
      return read.map((bytes) => (bytes.ok && isText(bytes.value) ? decodeText(bytes.value) : ''));
    },
  };
}

async function listingOf(
  source: PickedSource,
): Promise<ImportTasks['list']['answer'] extends Result<infer Listing, unknown> ? Listing : never> {
  const heads = [];
  const refused = [...source.refused];
  for (const path of source.paths) {
    // oxlint-disable-next-line no-await-in-loop -- one file after the other bounds the memory
    const head = await source.read(path, HEAD_BYTES);
    if (head.ok) heads.push({ path, head: Buffer.from(head.value).toString('latin1') });
    else refused.push({ path, reason: head.error });
  }
  const { archives, formats, reasons, listings } = detectFormats(heads);
  const inArchives = new Set(archives.flatMap(({ paths }) => paths));
  const singles = heads.flatMap(({ path }) => {
    const format = formats.get(path);
    return format === undefined || inArchives.has(path) ? [] : [{ path, format }];
  });
  const groups: ReadGroup[] = archives.map(({ format, paths }) => ({
    archive: format,
    files: paths.map((path) => ({ path, format: null })),
  }));
  for (let start = 0; start < singles.length; start += LIMITS.filesAtOnce) {
    groups.push({ archive: null, files: singles.slice(start, start + LIMITS.filesAtOnce) });
  }
  return {
    groups,
    refused: [...refused, ...[...reasons].map(([path, reason]) => ({ path, reason }))],
    leftOut: heads
      .filter(({ path }) => !formats.has(path) && !inArchives.has(path) && !reasons.has(path))
      .map(({ path }) => ({ path, reason: listings.get(path) ?? 'This is not a kind of file that Once imports.' })),
  };
}

async function readFiles(source: PickedSource, { files }: ReadGroup, options: ImportOptions): Promise<ReadEntry[]> {
  const entries: ReadEntry[] = [];
  for (const { path, format } of files) {
    // oxlint-disable-next-line no-await-in-loop -- one file after the other bounds the memory
    const bytes = await source.read(path);
    entries.push(
      bytes.ok
        ? // oxlint-disable-next-line no-await-in-loop -- as above
          { path, sha256: hashOf(bytes.value), reading: await readBytes(path, format, bytes.value, options) }
        : refusedEntry(path, bytes.error),
    );
  }
  return entries;
}

async function readBytes(
  path: string,
  format: FileFormat | null,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<FileReading> {
  if (format === 'docx') return readDocx({ path, content: bytes }, options);
  if (!isText(bytes)) return { is: 'skipped', reason: 'This file is not text.' };
  return readSource({ path, content: decodeText(bytes) }, options);
}

async function readArchive(
  source: PickedSource,
  group: ReadGroup,
  format: NonNullable<ReadGroup['archive']>,
  options: ImportOptions,
): Promise<ReadEntry[]> {
  const files: ArchiveFile[] = [];
  const refused: EntryReading[] = [];
  for (const { path } of group.files) {
    // oxlint-disable-next-line no-await-in-loop -- one file after the other bounds the memory
    const head = await source.read(path, HEAD_BYTES);
    if (!head.ok || !isText(head.value)) {
      files.push({ path, text: null });
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop -- as above
    const bytes = await source.read(path);
    if (bytes.ok) files.push({ path, text: decodeText(bytes.value) });
    else refused.push(leftOut('refused', path, bytes.error));
  }
  return [...ARCHIVE_READERS[format](files, options), ...refused].map(({ path, content, reading }) => ({
    path,
    sha256: hashOf(Buffer.from(content ?? '')),
    reading,
  }));
}

/** Only what was listed can be found, so nothing outside what was picked is read. */
async function findAttachment(source: PickedSource, path: string, withBytes: boolean): Promise<FoundAttachment> {
  const size = await source.size(path);
  if (size === null) return { is: 'missing' };
  if (size > MAX_ATTACHMENT_BYTES) return { is: 'too-large' };
  if (!withBytes) return { is: 'found', bytes: null };
  // A zip may say a smaller size than it unpacks to.
  const read = await source.read(path, MAX_ATTACHMENT_BYTES + 1);
  if (!read.ok) return { is: 'refused', reason: read.error };
  return read.value.length > MAX_ATTACHMENT_BYTES ? { is: 'too-large' } : { is: 'found', bytes: read.value };
}

const refusedEntry = (path: string, reason: string): ReadEntry => ({
  path,
  sha256: hashOf(Buffer.alloc(0)),
  reading: { is: 'refused', reason },
});

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
