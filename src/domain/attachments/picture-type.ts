/** The types of pictures that are shown. SVG is not one of them: it may contain scripts, so it is kept as a file. */
export const PICTURE_TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
} as const;
export type PictureEnding = keyof typeof PICTURE_TYPES;

const latin = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCodePoint(...bytes.subarray(start, end));

/** The type of a picture by its first bytes, whatever its name says; null for any other file. */
export function pictureTypeOf(bytes: Uint8Array): PictureEnding | null {
  if (latin(bytes, 0, 8) === '\u0089PNG\r\n\u001A\n') return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpg';
  if (/^GIF8[79]a$/.test(latin(bytes, 0, 6))) return 'gif';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'webp';
  if (latin(bytes, 4, 8) === 'ftyp' && /^avi[fs]$/.test(latin(bytes, 8, 12))) return 'avif';
  return null;
}

/** Whether an attachment of this name is shown as a picture. */
export const isPictureName = (name: string): boolean => (name.split('.').at(-1) ?? '') in PICTURE_TYPES;
