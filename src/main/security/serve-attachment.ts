import { attachmentNameIn } from '#domain/attachments/attachment-name.ts';
import { PICTURE_TYPES, pictureTypeOf } from '#domain/attachments/picture-type.ts';

import { isOwnAddress } from './app-scheme.ts';

/** Reads an attachment of the open, unlocked library by its name; null if there is none. */
export type ReadAttachment = (name: string) => Promise<Uint8Array | null>;

/** The name of the attachment at an address of the app; null for any other address. */
export const attachmentAt = (address: string): string | null =>
  isOwnAddress(address) ? attachmentNameIn(new URL(address).pathname.slice(1)) : null;

/**
 * The response with a picture; null if it is missing or no picture by its content. Pictures are never cached on disk,
 * and a picture that is opened as a page can load nothing and run nothing.
 */
export async function serveAttachment(name: string, read: ReadAttachment): Promise<Response | null> {
  const bytes = await read(name);
  const type = bytes === null ? null : pictureTypeOf(bytes);
  if (bytes === null || type === null) return null;
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': PICTURE_TYPES[type],
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Disposition': 'inline',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  });
}
