import { createHash } from 'node:crypto';

import { type Oid, parseOid } from '#domain/team/oid.ts';

/** The id that git gives to a file with these bytes, in a repository with SHA-1 ids. */
export function blobId(bytes: Uint8Array): Oid {
  const hash = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const oid = parseOid(hash);
  if (oid === null) throw new Error('not an object id');
  return oid;
}

const BASE_32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 26 digits of Crockford's base 32, 130 bits of the SHA-256 of a text. */
export function textDigest(text: string): string {
  const bytes = createHash('sha256').update(text).digest();
  let bits = BigInt(`0x${bytes.subarray(0, 17).toString('hex')}`) >> 6n;
  let digits = '';
  for (let index = 0; index < 26; index += 1) {
    digits = (BASE_32[Number(bits & 31n)] ?? '') + digits;
    bits >>= 5n;
  }
  return digits;
}
