import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

import { fail, ok, type Result } from '#domain/result.ts';

import type { AgeErrorReason } from './age-error-reason.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { isHeaderAuthentic, parseHeader, type Stanza, writeHeader } from './header.ts';
import { decryptPayload, encryptPayload } from './payload.ts';
import { aeadEncrypt, aeadDecrypt } from './primitives.ts';

/** Age files that are encrypted with a passphrase. Key derivation is slow on purpose and runs off the main thread. */
const TYPE = 'scrypt';
const SALT_LABEL = 'age-encryption.org/v1/scrypt';
const SALT_LENGTH = 16;
const FILE_KEY_LENGTH = 16;
const WRAPPED_KEY_LENGTH = FILE_KEY_LENGTH + 16;
const ZERO_NONCE = Buffer.alloc(12);

/** The default of age: about a second and 256 MB. */
export const WORK_FACTOR = 18;

/** The highest work factor accepted from a file: about four seconds and 1 GB. */
export const MAX_WORK_FACTOR = 20;

/** Encrypts bytes with a passphrase. Only tests lower `workFactor`. */
export async function encryptWithPassphrase(
  passphrase: string,
  plain: Uint8Array,
  workFactor = WORK_FACTOR,
): Promise<Buffer> {
  const fileKey = randomBytes(FILE_KEY_LENGTH);
  const salt = randomBytes(SALT_LENGTH);
  const wrapping = await stretch(passphrase, salt, workFactor);
  const stanza = {
    type: TYPE,
    args: [toBase64(salt), String(workFactor)],
    body: aeadEncrypt(wrapping, ZERO_NONCE, fileKey),
  };
  return Buffer.concat([writeHeader([stanza], fileKey), ...encryptPayload(fileKey, plain)]);
}

/** Decrypts a passphrase file. `wrong-key` means a wrong passphrase or a damaged header. */
export async function decryptWithPassphrase(
  passphrase: string,
  file: Uint8Array,
): Promise<Result<Buffer, AgeErrorReason>> {
  const header = parseHeader(file);
  if (!header.ok) return header;
  const [stanza, another] = header.value.stanzas;
  // age requires a passphrase stanza to be the only one. Otherwise someone who knows the passphrase cannot tell who
  // wrote the file.
  if (stanza === undefined || stanza.type !== TYPE || another !== undefined) return fail('damaged');
  const asked = readArguments(stanza);
  if (asked === null) return fail('damaged');
  if (asked.workFactor > MAX_WORK_FACTOR) return fail('too-costly');
  const fileKey = aeadDecrypt(await stretch(passphrase, asked.salt, asked.workFactor), ZERO_NONCE, stanza.body);
  if (fileKey === null) return fail('wrong-key');
  if (!isHeaderAuthentic(fileKey, header.value)) return fail('damaged');
  const plain = decryptPayload(fileKey, file.subarray(header.value.length));
  return plain === null ? fail('damaged') : ok(plain);
}

function readArguments({ args, body }: Stanza): { salt: Buffer; workFactor: number } | null {
  const [saltText = '', workText = ''] = args;
  const salt = fromBase64(saltText);
  if (args.length !== 2 || salt === null || salt.length !== SALT_LENGTH || body.length !== WRAPPED_KEY_LENGTH)
    return null;
  return /^[1-9]\d?$/.test(workText) ? { salt, workFactor: Number(workText) } : null;
}

const scryptAsync = promisify<Uint8Array, Uint8Array, number, Parameters<typeof scrypt>[3], Buffer>(scrypt);

/** Derives the wrapping key. Normalises the passphrase to NFC, since keyboards may encode one letter in two ways. */
const stretch = (passphrase: string, salt: Buffer, workFactor: number): Promise<Buffer> => {
  const N = 2 ** workFactor;
  const secret = Buffer.from(passphrase.normalize('NFC'));
  return scryptAsync(secret, Buffer.concat([Buffer.from(SALT_LABEL), salt]), 32, {
    N,
    r: 8,
    p: 1,
    maxmem: 1100 * N + 2 ** 20,
  });
};
