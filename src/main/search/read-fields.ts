import { type Coe, CURRENT_SCHEMA_VERSION } from '#domain/coe/coe.ts';
import { type SearchableField, searchableText } from '#domain/search/searchable-text.ts';
import { coeFileName } from '#main/coe-files/file-names.ts';
import { parseStoredCoe } from '#main/coe-files/parse-stored-coe.ts';
import { revisionOf } from '#main/disk/revision.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import { readContent } from './read-files.ts';

/** Reads the searchable text of a COE; null if its file cannot be read. See `readIndexed` for `known`. */
export const readFields = (
  cipher: FileCipher,
  folder: string,
  id: string,
  known: string | null,
): SearchableField[] | null => readIndexed(cipher, folder, id, known, searchableText);

/**
 * Reads a COE and returns `make` of it; null if its file cannot be read. `known` is the indexed revision, or null. A
 * file of that revision is known to be valid, so it is not validated again, which would take most of the time.
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

/** Parses a file known to be valid. Null if it needs the full reader: an older schema version, or missing keys. */
function makeOfValid<Made>(bytes: Uint8Array, make: (coe: Coe) => Made): Made | null {
  try {
    const coe = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as Coe;
    return coe.schemaVersion === CURRENT_SCHEMA_VERSION ? make(coe) : null;
  } catch {
    return null;
  }
}
