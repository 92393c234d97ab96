import { removeDetails } from './picture-details.ts';
import { pictureTypeOf } from './picture-type.ts';

/** The chunks that draw a PNG, and those that draw a WebP picture. Everything else is about it. */
const PNG_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs', 'IDAT', 'IEND']);
const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const WEBP_FRAME_CHUNKS = new Set(['VP8 ', 'VP8L', 'ALPH']);

/**
 * A picture as it may leave with a shared COE: what draws it and nothing else, whatever a program put into it, or after
 * its end. Null for other types, and for a picture whose structure is damaged, in which something may be hidden.
 */
export function plainPicture(bytes: Uint8Array): Uint8Array | null {
  const picture = removeDetails(withoutRest(bytes));
  const view = viewOf(picture);
  try {
    switch (pictureTypeOf(picture)) {
      case 'jpg':
        return plainJpeg(picture, view);
      case 'png':
        return plainPng(picture, view);
      case 'webp':
        return plainWebp(picture, view);
      default:
        return null;
    }
  } catch {
    return null; // it ends too early
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A WebP picture says how long it is; what follows is cut off. The other types are cut where they end. */
const withoutRest = (bytes: Uint8Array): Uint8Array =>
  pictureTypeOf(bytes) === 'webp' ? bytes.subarray(0, 8 + viewOf(bytes).getUint32(4, true)) : bytes;

/**
 * Keeps what draws the picture, JFIF without a small picture in it (APP0), colour profiles (APP2), Adobe's colour
 * transform (APP14), and Exif with nothing but the orientation.
 */
function plainJpeg(bytes: Uint8Array, view: DataView): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xd9) return joined([...kept, bytes.subarray(at, at + 2)]);
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    let end = at + 2 + view.getUint16(at + 2);
    // The image data follows the header of its scan; a marker ends it.
    if (marker === 0xda) {
      while (view.getUint8(end) !== 0xff || isInScan(view.getUint8(end + 1))) end += 1;
    }
    const text = String.fromCodePoint(...bytes.subarray(at + 4, at + 15));
    const isData = marker >= 0xc0 && marker <= 0xdf;
    const isNeeded =
      (marker === 0xe0 && text.startsWith('JFIF\0') && end - at === 18) ||
      (marker === 0xee && text.startsWith('Adobe')) ||
      (marker === 0xe2 && text === 'ICC_PROFILE') ||
      isOrientation(marker, text, end - at);
    if (isData || isNeeded) kept.push(bytes.subarray(at, end));
    at = end;
  }
}

/** Whether the byte after 0xff belongs to the image data: an escaped 0xff, or a restart marker. */
const isInScan = (next: number): boolean => next === 0 || (next >= 0xd0 && next <= 0xd7);

/** The Exif segment that removeDetails writes has 36 bytes. */
const isOrientation = (marker: number, text: string, length: number): boolean =>
  marker === 0xe1 && text.startsWith('Exif') && length === 36;

function plainPng(bytes: Uint8Array, view: DataView): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; ;) {
    const name = String.fromCodePoint(...bytes.subarray(at + 4, at + 8));
    const end = at + 12 + view.getUint32(at);
    view.getUint8(end - 1);
    if (PNG_CHUNKS.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return joined(kept);
    at = end;
  }
}

function plainWebp(bytes: Uint8Array, view: DataView): Uint8Array | null {
  const kept = webpChunks(bytes, view, 12, WEBP_CHUNKS);
  const picture = joined([bytes.subarray(0, 12), ...kept]).slice();
  viewOf(picture).setUint32(4, picture.length - 8, true);
  return kept.length === 0 ? null : picture;
}

/** The chunks from `start` on that have one of some names. Of a frame (ANMF), the chunks in it that draw it. */
function webpChunks(bytes: Uint8Array, view: DataView, start: number, names: ReadonlySet<string>): Uint8Array[] {
  const kept: Uint8Array[] = [];
  for (let at = start; at < bytes.length;) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    view.getUint8(at + 7 + length);
    const name = String.fromCodePoint(...bytes.subarray(at, at + 4));
    if (names.has(name)) {
      const chunk = bytes.subarray(at, Math.min(end, bytes.length));
      kept.push(name === 'ANMF' ? plainFrame(chunk.subarray(0, 8 + length)) : chunk);
    }
    at = end;
  }
  return kept;
}

/** A frame: its header, 16 bytes about where and how long it is shown, and the chunks that draw it. */
function plainFrame(frame: Uint8Array): Uint8Array {
  const plain = joined([frame.subarray(0, 24), ...webpChunks(frame, viewOf(frame), 24, WEBP_FRAME_CHUNKS)]);
  viewOf(plain).setUint32(4, plain.length - 8, true);
  return plain;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
