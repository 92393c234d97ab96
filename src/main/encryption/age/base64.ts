/** Base64 as age writes it: the usual alphabet, without padding. */
export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** Reads it back; null for anything that would not be written so, such as padding, spaces or stray bits at the end. */
export function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return toBase64(bytes) === text ? bytes : null;
}
