import { type PictureEnding, pictureTypeOf } from './picture-type.ts';

/** What a picture says besides what it shows: where it was taken, and the camera, software or author. */
export type PictureDetails = { readonly location: boolean; readonly camera: boolean };

/** A stretch of bytes, from `start` up to `end`. */
type Stretch = { readonly start: number; readonly end: number };
type Part = Stretch & { readonly kind: 'exif' | 'text' };

const NONE: PictureDetails = { location: false, camera: false };

/**
 * The details in a JPEG, PNG or WebP picture. None for other files and for damaged ones.
 * Source: Exif 2.32 (tags 0x8825 GPS, 0x0112 orientation), PNG 3rd edition, WebP container specification.
 */
export function findDetails(bytes: Uint8Array): PictureDetails {
  return partsOf(bytes).reduce((found, part) => {
    if (part.kind === 'text') return { ...found, camera: true };
    const tags = exifTags(bytes.subarray(part.start, part.end));
    return {
      location: found.location || tags.has(GPS),
      camera: found.camera || [...tags.keys()].some((tag) => tag !== GPS && tag !== ORIENTATION),
    };
  }, NONE);
}

/**
 * The picture without its details, pixel for pixel the same. A JPEG keeps its orientation, without which it would be
 * shown on its side. Returns the same bytes if there are none.
 */
export function removeDetails(bytes: Uint8Array): Uint8Array {
  const parts = partsOf(bytes);
  if (parts.length === 0) return bytes;
  const kept: Uint8Array[] = [];
  let at = 0;
  const type = pictureTypeOf(bytes);
  for (const part of parts) {
    const { start, end } = wholeOf(type, part);
    kept.push(bytes.subarray(at, start));
    if (type === 'jpg' && part.kind === 'exif') {
      const orientation = exifTags(bytes.subarray(part.start, part.end)).get(ORIENTATION) ?? 1;
      if (orientation !== 1) kept.push(exifWithOrientation(orientation));
    }
    at = end;
  }
  kept.push(bytes.subarray(at));
  const joined = join(kept);
  return type === 'webp' ? withoutWebpFlags(joined) : joined;
}

const GPS = 0x88_25;
const ORIENTATION = 0x01_12;

/** The content of the parts with details, in order. */
function partsOf(bytes: Uint8Array): Part[] {
  const type = pictureTypeOf(bytes);
  if (type === 'jpg') return jpegParts(bytes);
  if (type === 'png') return pngParts(bytes);
  return type === 'webp' ? webpParts(bytes) : [];
}

/** A part with its header, and what follows its content: a checksum or a padding byte. */
function wholeOf(type: PictureEnding | null, { start, end }: Part): Stretch {
  if (type === 'jpg') return { start: start - 4, end };
  if (type === 'png') return { start: start - 8, end: end + 4 };
  return { start: start - 8, end: end + ((end - start) % 2) };
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const ascii = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCodePoint(...bytes.subarray(start, start + length));

/** The segments before the image data: Exif and XMP (APP1), Photoshop and IPTC (APP13), comments. */
function jpegParts(bytes: Uint8Array): Part[] {
  const parts: Part[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda || marker === 0xd9) break;
    const end = at + 2 + view(bytes).getUint16(at + 2);
    if (end > bytes.length) break;
    const start = at + 4;
    if (marker === 0xe1) parts.push({ start, end, kind: ascii(bytes, start, 4) === 'Exif' ? 'exif' : 'text' });
    if (marker === 0xed || marker === 0xfe) parts.push({ start, end, kind: 'text' });
    at = end;
  }
  return parts;
}

function pngParts(bytes: Uint8Array): Part[] {
  const parts: Part[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view(bytes).getUint32(at);
    const name = ascii(bytes, at + 4, 4);
    const start = at + 8;
    const end = start + length;
    if (end + 4 > bytes.length) break;
    if (name === 'eXIf') parts.push({ start, end, kind: 'exif' });
    if (['tEXt', 'zTXt', 'iTXt', 'tIME'].includes(name)) parts.push({ start, end, kind: 'text' });
    at = end + 4;
  }
  return parts;
}

function webpParts(bytes: Uint8Array): Part[] {
  const parts: Part[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = ascii(bytes, at, 4);
    const start = at + 8;
    const end = start + view(bytes).getUint32(at + 4, true);
    if (end > bytes.length) break;
    if (name === 'EXIF') parts.push({ start, end, kind: 'exif' });
    if (name === 'XMP ') parts.push({ start, end, kind: 'text' });
    at = end + ((end - start) % 2);
  }
  return parts;
}

/** The tags of the first directory of Exif data, with their value when it is a short number, else 0. */
function exifTags(exif: Uint8Array): Map<number, number> {
  const tags = new Map<number, number>();
  const tiff = ascii(exif, 0, 4) === 'Exif' ? exif.subarray(6) : exif;
  const order = ascii(tiff, 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return tags;
  const isLittle = order === 'II';
  const data = view(tiff);
  const directory = data.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return tags;
  const count = data.getUint16(directory, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.length) break;
    const isShort = data.getUint16(entry + 2, isLittle) === 3;
    tags.set(data.getUint16(entry, isLittle), isShort ? data.getUint16(entry + 8, isLittle) : 0);
  }
  return tags;
}

/** A JPEG segment with big-endian Exif data whose only tag is the orientation. */
const exifWithOrientation = (orientation: number): Uint8Array =>
  Uint8Array.from(
    `ffe10022 457869660000 4d4d002a00000008 0001 0112000300000001 00${orientation.toString(16).padStart(2, '0')}0000 00000000`
      .replaceAll(' ', '')
      .match(/../g) ?? [],
    (pair) => Number.parseInt(pair, 16),
  );

/** Says in the header of a WebP file that it has no Exif and no XMP part, and how long it is now. */
function withoutWebpFlags(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  view(changed).setUint32(4, changed.length - 8, true);
  if (ascii(changed, 12, 4) === 'VP8X') changed[20] = (changed[20] ?? 0) & ~0b1100;
  return changed;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
