import { ok } from '#domain/result.ts';
import { parseTreePath } from '#domain/team/tree-paths.ts';
import type { KnownFile, LibraryFiles } from '#main/team/library-files.ts';
import { blobId } from '#main/team/object-id.ts';

/** The files of one library in memory, and its trash. */
export type MemoryFiles = LibraryFiles & {
  readonly contents: Map<string, string>;
  readonly trash: Set<string>;
};

/** A library in memory whose changes can be made between any two steps of an exchange. */
export function memoryFiles(): MemoryFiles {
  const contents = new Map<string, string>();
  const trash = new Set<string>();
  const oidAt = (path: string) => {
    const text = contents.get(path);
    return text === undefined ? null : blobId(Buffer.from(text));
  };
  const stampOf = (path: string) => ({ mtimeMs: 0, size: contents.get(path)?.length ?? 0, ino: 0 });
  return {
    contents,
    trash,
    scan: async () => {
      const files = new Map<string, KnownFile>();
      for (const path of contents.keys()) {
        const oid = oidAt(path);
        if (oid !== null) files.set(path, { oid, stamp: stampOf(path) });
      }
      return ok({ files, unreadable: new Set() });
    },
    read: async (path) => {
      const text = contents.get(path);
      return ok(text === undefined ? null : Buffer.from(text));
    },
    write: async (files) =>
      files.map(({ path, bytes, expected }) => {
        if (oidAt(path) !== expected) return ok(null);
        contents.set(path, Buffer.from(bytes).toString('utf8'));
        return ok(stampOf(path));
      }),
    remove: async (path, expected) => {
      if (oidAt(path) !== expected) return ok(false);
      contents.delete(path);
      const place = parseTreePath(path);
      if (place?.is === 'coe') trash.add(place.coeId);
      return ok(true);
    },
    trashedIds: async () => ok(trash),
    removedPatterns: async () => ok(new Set()),
  };
}
