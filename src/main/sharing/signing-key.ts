import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign, verify } from 'node:crypto';

/** The DER prefixes of a 32-byte Ed25519 key, public and private (RFC 8410). */
const PUBLIC_FORM = Buffer.from('302a300506032b6570032100', 'hex');
const PRIVATE_FORM = Buffer.from('302e020100300506032b657004220420', 'hex');
const PREFIX = 'ed25519:';

/** A private Ed25519 key. `seed` has 32 bytes; `text` is the public key as files have it, `ed25519:` and hex. */
export type SigningKey = { readonly seed: Buffer; readonly key: KeyObject; readonly text: string };

/** A new random key. */
export const generateSigningKey = (): SigningKey => signingKeyOf(randomBytes(32));

/** The key of a seed of 32 bytes. Throws for another length. */
export function signingKeyOf(seed: Buffer): SigningKey {
  if (seed.length !== 32) throw new RangeError('The seed of an Ed25519 key has 32 bytes.');
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_FORM, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_FORM.length);
  return { seed, key, text: `${PREFIX}${raw.toString('hex')}` };
}

/** The signature of a text, in hex. */
export const signText = ({ key }: SigningKey, text: string): string =>
  sign(null, Buffer.from(text), key).toString('hex');

/** Whether the signature of a text was made with the private half of `publicKey`, `ed25519:` and hex. Never throws. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const raw = Buffer.from(publicKey.slice(PREFIX.length), 'hex');
    const key = createPublicKey({ key: Buffer.concat([PUBLIC_FORM, raw]), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'));
  } catch {
    return false; // not a point on the curve
  }
}
