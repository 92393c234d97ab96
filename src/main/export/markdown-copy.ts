import { createHash } from 'node:crypto';
import { mkdir, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { ATTACHMENT_FOLDER, attachmentNamesIn } from '#domain/attachments/attachment-name.ts';
import { writeMarkdown } from '#domain/export/markdown/write-markdown.ts';
import { ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';
import { exists } from '#main/disk/move-file.ts';
import type { Library } from '#main/library/library-api.ts';

import { exportName } from './export-name.ts';

/** The file in the folder that lists what was written there. Files that it does not list are never touched. */
const LIST_NAME = '.once-markdown-copy.json';

/** The name of each COE's file, which it keeps when its title changes, and the SHA-256 of what was written last. */
const listSchema = z.object({
  format: z.literal('once-markdown-copy'),
  version: z.literal(1),
  files: z.record(z.string(), z.object({ name: z.string().regex(/^[^/\\]+\.md$/), sha256: z.string() })),
});
type WrittenFiles = z.infer<typeof listSchema>['files'];

/** What a refresh did: files written, and files that somebody else changed, which stayed as they are. */
export type CopyOutcome = { readonly written: number; readonly changedElsewhere: number };

/**
 * Brings a folder with one Markdown file for each COE up to date: all COEs, or those with the given ids. A file is
 * replaced or removed only if it is still as it was written here. Fails with a disk error.
 */
export async function refreshMarkdownCopy(
  library: Library,
  folder: string,
  ids: readonly string[] | 'all',
): Promise<Result<CopyOutcome, AppError>> {
  try {
    await mkdir(folder, { recursive: true });
    const files = await readList(folder);
    const known = new Set(library.summaries().map((summary) => summary.id));
    const wanted = ids === 'all' ? [...new Set([...known, ...Object.keys(files)])] : ids;
    let [written, changedElsewhere] = [0, 0];
    for (const id of wanted) {
      const result = known.has(id) ? await writeOne(library, folder, id, files) : await removeOne(folder, id, files);
      if (result === 'written') written += 1;
      if (result === 'changed') changedElsewhere += 1;
    }
    if (written > 0 || wanted.some((id) => !known.has(id))) {
      const list = { format: 'once-markdown-copy', version: 1, files };
      const saved = await replaceFile(
        path.join(folder, LIST_NAME),
        Buffer.from(`${JSON.stringify(list, null, 1)}\n`),
        async () => ok(true),
      );
      if (!saved.ok) return saved;
    }
    return ok({ written, changedElsewhere });
  } catch (error) {
    return { ok: false, error: diskError(error) };
  }
}

type Done = 'written' | 'same' | 'changed';

async function writeOne(library: Library, folder: string, id: string, files: WrittenFiles): Promise<Done> {
  const opened = await library.open(id);
  // A file that cannot be read now is listed under Problems; its copy stays as it was.
  if (!opened.ok) return 'same';
  const { coe } = opened.value;
  const bytes = Buffer.from(writeMarkdown(coe));
  const before = Object.hasOwn(files, id) ? files[id] : undefined;
  const name = before?.name ?? (await freeName(folder, exportName(coe, 'md'), files));
  const file = path.join(folder, name);
  const current = await readFile(file).catch(nullOnDiskError);
  if (current !== null && hashOf(current) !== before?.sha256) {
    if (!current.equals(bytes)) return 'changed';
  }
  await writeAttachments(library, folder, coe);
  if (current === null || !current.equals(bytes)) {
    const saved = await replaceFile(file, bytes, async () => ok(true));
    if (!saved.ok)
      throw Object.assign(new Error('not written'), { code: 'code' in saved.error ? saved.error.code : 'EIO' });
  }
  files[id] = { name, sha256: hashOf(bytes) };
  return current?.equals(bytes) === true && before !== undefined ? 'same' : 'written';
}

/** A name that no file has, neither one of the person's nor the copy of another COE. */
async function freeName(folder: string, wanted: string, files: WrittenFiles): Promise<string> {
  const taken = new Set(Object.values(files).map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : wanted.replace(/\.md$/u, ` (${number}).md`);
    if (!taken.has(name.toLowerCase()) && !(await exists(path.join(folder, name)))) return name;
  }
}

async function removeOne(folder: string, id: string, files: WrittenFiles): Promise<Done> {
  const before = Object.hasOwn(files, id) ? files[id] : undefined;
  if (before === undefined) return 'same';
  const file = path.join(folder, before.name);
  const current = await readFile(file).catch(nullOnDiskError);
  delete files[id];
  if (current === null) return 'same';
  if (hashOf(current) !== before.sha256) return 'changed';
  await unlink(file);
  return 'same';
}

async function writeAttachments(library: Library, folder: string, coe: object): Promise<void> {
  for (const name of attachmentNamesIn(JSON.stringify(coe))) {
    const file = path.join(folder, ATTACHMENT_FOLDER, name);
    if (await exists(file)) continue;
    const bytes = await library.attachments.readAttachment(name);
    if (bytes === null) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await replaceFile(file, bytes, async () => ok(!(await exists(file))));
  }
}

/** The list of a folder; empty if there is none or it was damaged, so that nothing there counts as written here. */
async function readList(folder: string): Promise<WrittenFiles> {
  try {
    const list = listSchema.safeParse(JSON.parse(await readFile(path.join(folder, LIST_NAME), 'utf8')));
    return list.success ? { ...list.data.files } : {};
  } catch (error) {
    if (error instanceof SyntaxError || errnoOf(error) === 'ENOENT') return {};
    throw error;
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
