import { pictureTypeOf } from './picture-type.ts';

/** A size in pixels. */
export type PictureSize = { readonly width: number; readonly height: number };

/** The size of a PNG, JPEG or GIF picture as it is stored; null for other files and for damaged ones. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const type = pictureTypeOf(bytes);
    if (type === 'png') return sizeOf(view.getUint32(16), view.getUint32(20));
    if (type === 'gif') return sizeOf(view.getUint16(6, true), view.getUint16(8, true));
    return type === 'jpg' ? jpegSize(view) : null;
  } catch {
    return null; // the file ends too early
  }
}

/** Goes from segment to segment up to the start of a frame (SOF), which has the size. */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; at < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return sizeOf(view.getUint16(at + 7), view.getUint16(at + 5));
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

const sizeOf = (width: number, height: number): PictureSize | null =>
  width > 0 && height > 0 ? { width, height } : null;
