/** Encodes base64 as age does: the standard alphabet, without padding. */
export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/**
 * Decodes base64; null for anything that `toBase64` would not write, such as padding, spaces or stray bits at the end.
 */
export function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return toBase64(bytes) === text ? bytes : null;
}
