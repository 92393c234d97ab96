import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extract } from 'tar-stream';

import { fail, ok, type Result } from '#domain/result.ts';

import { LIMITS } from '../limits.ts';
import { LINK, NOT_READABLE, type PickedSource, readUpTo, type RefusedFile, shown, TOO_LARGE } from './file-source.ts';

/**
 * A tar without compression, as Joplin's JEX. Only its plain files are listed; they are read where they stand in it.
 */
export async function tarSource(file: string): Promise<Result<PickedSource, string>> {
  const places = new Map<string, { readonly at: number; readonly size: number }>();
  const refused: RefusedFile[] = [];
  const tar = extract();
  const reading = createReadStream(file);
  reading.on('error', (error) => tar.destroy(error));
  try {
    for await (const entry of reading.pipe(tar)) {
      const { name, type, size = 0, byteOffset } = entry.header as typeof entry.header & { byteOffset: number };
      const parts = name.replace(/^(?:\.\/)+/, '').split('/');
      const relative = parts.join('/');
      entry.resume();
      if (type === 'directory') continue;
      if (places.size + refused.length >= LIMITS.files) return fail(`The archive has more than ${LIMITS.files} files.`);
      const isPath = parts.every((part) => part !== '' && part !== '..') && !/[\0\\]/.test(name);
      if (type !== 'file') refused.push({ path: shown(name), reason: LINK });
      else if (!isPath || parts.length > LIMITS.depth || name.length > LIMITS.pathLength || places.has(relative)) {
        refused.push({ path: shown(name), reason: 'The name is no path that Once reads.' });
      } else places.set(relative, { at: byteOffset, size });
    }
  } catch {
    return fail('This archive is damaged. Nothing was read from it.');
  } finally {
    reading.destroy();
  }
  return ok({
    paths: [...places.keys()].toSorted(),
    refused,
    read: async (name, most) => {
      const place = places.get(name);
      if (place === undefined) return fail(NOT_READABLE);
      if (most === undefined && place.size > LIMITS.fileBytes) return fail(TOO_LARGE);
      const handle = await open(file, 'r');
      try {
        return ok(await readUpTo(handle, Math.min(place.size, most ?? place.size), place.at));
      } finally {
        await handle.close();
      }
    },
    size: async (name) => places.get(name)?.size ?? null,
    close: () => undefined,
  });
}
