import { attachmentNameIn } from '#domain/attachments/attachment-name.ts';
import { attachmentOfCopyIn } from '#domain/attachments/copy-address.ts';
import { PICTURE_TYPES, pictureTypeOf } from '#domain/attachments/picture-type.ts';

import { isOwnAddress } from './app-scheme.ts';

/** An attachment of the open library, or of the copy with that id that is shown before it leaves. */
export type AttachmentPlace = { readonly name: string; readonly copy: string | null };

/** Reads an attachment of the open, unlocked library, or of a copy; null if there is none. */
export type ReadAttachment = (place: AttachmentPlace) => Promise<Uint8Array | null>;

/** The attachment at an address of the app; null for any other address. */
export function attachmentAt(address: string): AttachmentPlace | null {
  if (!isOwnAddress(address)) return null;
  const path = new URL(address).pathname.slice(1);
  const name = attachmentNameIn(path);
  return name === null ? attachmentOfCopyIn(path) : { name, copy: null };
}

/**
 * The response with a picture; null if it is missing or no picture by its content. Pictures are never cached on disk,
 * and a picture that is opened as a page can load nothing and run nothing.
 */
export async function serveAttachment(place: AttachmentPlace, read: ReadAttachment): Promise<Response | null> {
  const bytes = await read(place);
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
