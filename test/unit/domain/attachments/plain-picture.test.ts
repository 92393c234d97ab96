import { describe, expect, it } from 'vitest';

import { plainPicture } from '#domain/attachments/plain-picture.ts';
import { jpegWith, pngWith, webpWith } from '#test/support/pictures.ts';

const PICTURES = { jpegWith, pngWith, webpWith };
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('a picture that leaves', () => {
  it.each(Object.entries(PICTURES))('has nothing but what draws it: %s', (_, pictureWith) => {
    const full = pictureWith({ gps: true, make: true, text: true });
    expect(plainPicture(full)).toEqual(pictureWith({}));
    expect(plainPicture(Buffer.concat([full, latin('something after its end')]))).toEqual(pictureWith({}));
  });

  it('keeps the orientation of a JPEG and no other segment of an application', () => {
    expect(plainPicture(jpegWith({ orientation: 6, gps: true }))).toEqual(jpegWith({ orientation: 6 }));
    const jpeg = Buffer.from(jpegWith({}));
    const more = Buffer.concat([jpeg.subarray(0, 2), latin('\xff\xe5\x00\x0asecret!!'), jpeg.subarray(2)]);
    expect(plainPicture(more)).toEqual(jpegWith({}));
  });

  it.each([
    ['a small picture in JFIF', '\xff\xe0\x00\x13JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01abc'],
    ['a small picture beside it', '\xff\xe0\x00\x0dJFXX\0\x10small'],
    ['a segment that no standard describes', '\xff\xf7\x00\x08secret'],
    ['a reserved marker', '\xff\x02\x00\x08secret'],
  ])('drops from a JPEG %s', (_, segment) => {
    const jpeg = Buffer.from(jpegWith({}));
    const more = Buffer.concat([jpeg.subarray(0, 2), latin(segment), jpeg.subarray(2)]);
    expect(plainPicture(more)).toEqual(jpegWith({}));
  });

  it('drops what is in a frame of a WebP picture and does not draw it', () => {
    const webp = Buffer.from(webpWith({}));
    const frame = `ANMF\x1c\0\0\0${'\0'.repeat(16)}VP8 \x03\0\0\0abc\0`;
    const withFrame = (text: string): Uint8Array => {
      const whole = Buffer.concat([webp, latin(text)]);
      whole.writeUInt32LE(whole.length - 8, 4);
      return whole;
    };
    const more = `ANMF\x2a\0\0\0${'\0'.repeat(16)}VP8 \x03\0\0\0abc\0EXIF\x06\0\0\0secret`;
    expect(plainPicture(withFrame(more))).toEqual(Uint8Array.from(withFrame(frame)));
  });

  it('drops unknown chunks of a PNG', () => {
    const png = Buffer.from(pngWith({}));
    const end = png.length - 12;
    const more = Buffer.concat([png.subarray(0, end), latin('\0\0\0\x06prVWsecret\0\0\0\0'), png.subarray(end)]);
    expect(plainPicture(more)).toEqual(pngWith({}));
  });

  it('is none when it ends too early, and for other types', () => {
    expect(plainPicture(jpegWith({ gps: true }).subarray(0, 40))).toBeNull();
    expect(plainPicture(pngWith({}).subarray(0, 50))).toBeNull();
    expect(plainPicture(latin('GIF89a with a comment'))).toBeNull();
    expect(plainPicture(latin('%PDF-1.7'))).toBeNull();
  });
});
