import { type Coe, CURRENT_SCHEMA_VERSION } from '#domain/coe/coe.ts';
import { type SearchableField, searchableText } from '#domain/search/searchable-text.ts';
import { coeFileName } from '#main/coe-files/file-names.ts';
import { parseStoredCoe } from '#main/coe-files/parse-stored-coe.ts';
import { revisionOf } from '#main/disk/revision.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import { readContent } from './read-files.ts';

/** The text of a COE as its file has it; null when that cannot be read. */
export const readFields = (
  cipher: FileCipher,
  folder: string,
  id: string,
  known: string | null,
): SearchableField[] | null => readIndexed(cipher, folder, id, known, searchableText);

/**
 * What is made of a COE as its file has it; null when that cannot be read. `known` is the revision that is in the index: a
 * file that is still that one was found valid when it was put there, and checking it again would take most of the time.
 */
export function readIndexed<Made>(
  cipher: FileCipher,
  folder: string,
  id: string,
  known: string | null,
  make: (coe: Coe) => Made,
): Made | null {
  const name = coeFileName(id);
  const content = readContent(cipher, folder, name)?.content;
  if (!content?.ok) return null;
  const quick = revisionOf(content.value) === known ? makeOfValid(content.value, make) : null;
  if (quick !== null) return quick;
  const stored = parseStoredCoe(content.value, name);
  return stored.ok ? make(stored.value.coe) : null;
}

/** Makes it of a file that is known to be valid. Null where reading has to fill something in: an older version, or keys left out. */
function makeOfValid<Made>(bytes: Uint8Array, make: (coe: Coe) => Made): Made | null {
  try {
    const coe = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as Coe;
    return coe.schemaVersion === CURRENT_SCHEMA_VERSION ? make(coe) : null;
  } catch {
    return null;
  }
}
