/** What a picture says besides what it shows. */
export type PictureContent = {
  readonly gps?: boolean;
  readonly make?: boolean;
  readonly text?: boolean;
  readonly orientation?: number;
};

const ascii = (text: string): number[] => [...text].map((letter) => letter.codePointAt(0) ?? 0);
const big32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
const little32 = (value: number): number[] => big32(value).toReversed();

/** A TIFF directory with the given tags, in big-endian order; each value is a short number. */
function tiff(tags: readonly (readonly [number, number])[]): number[] {
  const entries = tags.flatMap(([tag, value]) => [tag >> 8, tag & 0xff, 0, 3, 0, 0, 0, 1, 0, value, 0, 0]);
  return [...ascii('MM'), 0, 42, 0, 0, 0, 8, 0, tags.length, ...entries, 0, 0, 0, 0];
}

function exifOf({ gps = false, make = false, orientation }: PictureContent): number[] | null {
  const tags: [number, number][] = [];
  if (make) tags.push([0x01_0f, 1]);
  if (orientation !== undefined) tags.push([0x01_12, orientation]);
  if (gps) tags.push([0x88_25, 1]);
  return tags.length === 0 ? null : tiff(tags);
}

/** A JPEG of the right shape, without pixels. */
export function jpegWith(content: PictureContent): Uint8Array {
  const segment = (marker: number, body: readonly number[]): number[] => {
    const length = body.length + 2;
    return [0xff, marker, length >> 8, length & 0xff, ...body];
  };
  const exif = exifOf(content);
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, [...ascii('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...(exif === null ? [] : segment(0xe1, [...ascii('Exif'), 0, 0, ...exif])),
    ...(content.text === true ? segment(0xfe, ascii('taken by Ana')) : []),
    ...segment(0xdb, [0, 1, 2, 3]),
    0xff,
    0xda,
    0,
    2,
    1,
    2,
    3,
    0xff,
    0xd9,
  ]);
}

/** A red PNG of one pixel. Checksums of its details are not calculated, because nothing reads them. */
export function pngWith(content: PictureContent): Uint8Array {
  const exif = exifOf(content);
  const chunk = (name: string, body: readonly number[], checksum = 0): number[] => [
    ...big32(body.length),
    ...ascii(name),
    ...body,
    ...big32(checksum),
  ];
  const pixel = [0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0x00, 0x00, 0x03, 0x01, 0x01, 0x00];
  return Uint8Array.from([
    0x89,
    ...ascii('PNG\r\n'),
    0x1a,
    0x0a,
    ...chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0], 0x90_77_53_de),
    ...(exif === null ? [] : chunk('eXIf', exif)),
    ...(content.text === true ? chunk('tEXt', ascii('Author\0Ana')) : []),
    ...chunk('IDAT', pixel, 0xc9_fe_92_ef),
    ...chunk('IEND', [], 0xae_42_60_82),
  ]);
}

/** A WebP of the right shape, without pixels. */
export function webpWith(content: PictureContent): Uint8Array {
  const exif = exifOf(content);
  const chunk = (name: string, body: readonly number[]): number[] => [
    ...ascii(name),
    ...little32(body.length),
    ...body,
    ...(body.length % 2 === 0 ? [] : [0]),
  ];
  const flags = (exif === null ? 0 : 0b1000) | (content.text === true ? 0b100 : 0);
  const body = [
    ...ascii('WEBP'),
    ...chunk('VP8X', [flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    ...chunk('VP8 ', [1, 2, 3]),
    ...(exif === null ? [] : chunk('EXIF', exif)),
    ...(content.text === true ? chunk('XMP ', ascii('<x:xmpmeta/>')) : []),
  ];
  return Uint8Array.from([...ascii('RIFF'), ...little32(body.length), ...body]);
}
